using FetchLab.Charts;

namespace FetchLab;

public static partial class Lab
{
    /// <summary>
    /// A local origin of this session: started by the first call with these options, the same in every later one, gone with the
    /// session. <c>await Lab.OriginAsync()</c>, <c>await Lab.OriginAsync("lan")</c>, or
    /// <c>await Lab.OriginAsync(new() { Profile = "city", Slots = 4, Seed = 7 })</c>.
    /// </summary>
    /// <param name="options">What it is like, or the name of its profile; null is a plain one.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="FetchLabException">It is not built, an option is out of range, or it did not start.</exception>
    public static Task<OriginSite> OriginAsync(OriginOptions? options = null, CancellationToken cancellationToken = default) =>
        OriginSite.SharedAsync(options, cancellationToken: cancellationToken);

    /// <summary>Runs a strategy over pages, with the origin's own counts beside the client's where the pages are one origin's of this session.</summary>
    /// <remarks>Where a run should take longer than its cell may, one sentence says so before it starts.</remarks>
    /// <inheritdoc cref="FetchStrategy.RunAsync"/>
    public static Task<FetchRun> RunAsync(
        FetchStrategy strategy, IReadOnlyList<Page> pages, FetchOptions? options = null, CancellationToken cancellationToken = default)
    {
        // What cannot be predicted cannot be run either, and the run says why.
        if (strategy is not null && pages is { Count: > 0 })
            CellTime.SayIfTooLong(strategy.Name, [strategy.Predict(pages).Makespan]);
        return RunCoreAsync(strategy!, pages, options, cancellationToken);
    }

    private static async Task<FetchRun> RunCoreAsync(
        FetchStrategy strategy, IReadOnlyList<Page> pages, FetchOptions? options, CancellationToken cancellationToken)
    {
        var stopping = Stopping();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, stopping);
        var site = await OriginSite.SharedOfAsync(pages, either.Token).ConfigureAwait(false);
        var run = site is null
            ? await strategy.RunAsync(pages, options, either.Token).ConfigureAwait(false)
            : await site.RunAsync(strategy, pages, options, either.Token).ConfigureAwait(false);
        // Who cancels a run gets what there is of it; who stops a cell wants the cell to end.
        stopping.ThrowIfCancellationRequested();
        return run;
    }
}
