using FetchLab.Charts;

namespace FetchLab;

public static partial class Lab
{
    /// <summary>Runs a strategy once for each number of workers, over the same pages.</summary>
    /// <param name="workers">The numbers of workers, in the order in which they are run; at least one.</param>
    /// <param name="strategy">The strategy for a number of workers, such as <c>workers => Fetch.Threads(workers)</c>.</param>
    /// <param name="pages">The pages of every run.</param>
    /// <param name="options">The same for every run.</param>
    /// <param name="cancellationToken">Ends the sweep, as stopping its cell does.</param>
    /// <returns>A run for each number, in their order.</returns>
    /// <remarks>
    /// A bar in the cell says how far it is. It moves between the runs alone, so that nothing is drawn while something is
    /// measured, by the predicted times. Where no cell can be found, plain lines say it.
    /// </remarks>
    /// <exception cref="FetchLabException">There is no number of workers, or a strategy, pages or options cannot be used.</exception>
    /// <exception cref="OperationCanceledException">It was ended before its last run.</exception>
    public static Task<IReadOnlyList<FetchRun>> SweepAsync(
        IEnumerable<int> workers, Func<int, FetchStrategy> strategy, IReadOnlyList<Page> pages, FetchOptions? options = null,
        CancellationToken cancellationToken = default) =>
        SweepAsync(workers, strategy, _ => pages, options, cancellationToken);

    /// <summary>Runs a strategy once for each number of workers, over pages that depend on it.</summary>
    /// <param name="workers">The numbers of workers, in the order in which they are run; at least one.</param>
    /// <param name="strategy">The strategy for a number of workers, such as <c>workers => Fetch.Threads(workers)</c>.</param>
    /// <param name="pages">The pages for a number of workers, such as <c>workers => site.Pages(20 * workers)</c>.</param>
    /// <param name="options">The same for every run.</param>
    /// <param name="cancellationToken">Ends the sweep, as stopping its cell does.</param>
    /// <inheritdoc cref="SweepAsync(IEnumerable{int}, Func{int, FetchStrategy}, IReadOnlyList{Page}, FetchOptions?, CancellationToken)"/>
    public static async Task<IReadOnlyList<FetchRun>> SweepAsync(
        IEnumerable<int> workers, Func<int, FetchStrategy> strategy, Func<int, IReadOnlyList<Page>> pages, FetchOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        if (workers is null || strategy is null || pages is null)
            throw new FetchLabException("a sweep must be given worker counts, a strategy and pages; try Lab.SweepAsync([1, 10], workers => Fetch.Threads(workers), urls).");
        var steps = workers.Select(count => new SweepStep(strategy(count), pages(count))).ToArray();
        if (steps.Length == 0)
            throw new FetchLabException("workers must be at least one number, but was none; try [1, 2, 5, 10].");

        CellTime.SayIfTooLong("the sweep", steps.Select(step => step.Predicted));
        var progress = SweepProgress.Of(steps);
        var shown = ShownProgress.Start(progress);
        var runs = new List<FetchRun>();
        try
        {
            foreach (var step in steps)
            {
                shown.Update(progress = progress.Next());
                runs.Add(await RunCoreAsync(step.Strategy, step.Pages, options, cancellationToken).ConfigureAwait(false));
                // A run that is cancelled returns what there is of it; a sweep of such runs would compare nothing.
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            shown.Update(progress.End(runs.Count));
        }

        return runs;
    }
}
