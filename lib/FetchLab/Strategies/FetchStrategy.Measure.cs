namespace FetchLab;

public abstract partial class FetchStrategy
{
    private async Task<FetchRun> MeasureAsync(IReadOnlyList<Page> pages, FetchOptions options, CancellationToken stop)
    {
        var runId = Guid.NewGuid().ToString("N");
        using var work = PageWork.For(options, IsThreaded);
        using var client = new PageClient(options, work);
        if (options.Warm)
            await WarmAsync(pages, client, runId, options, stop).ConfigureAwait(false);

        options = options with { Policies = [.. Policies, .. options.Policies] };
        var predicting = options.Policies.Count == 0 ? this : new PolicedStrategy(Bare, options.Policies);
        if (options.Warm && options.Policies.Count > 0)
            await Rehearsal.RunAsync(options.Policies, stop).ConfigureAwait(false);

        using var cost = new RunCost();
        using var ending = new RunStop(options, stop);
        var session = new FetchSession(pages, client, runId, options, ending, this);
        using var stalling = options.TimeProvider is VirtualClock clock ? new StallWatch(clock, this) : null;
        await RunCoreAsync(session).ConfigureAwait(false);
        ending.ThrowIfFailed();
        var spent = cost.Read();

        var records = session.Records();
        var run = new FetchRun
        {
            RunId = runId,
            Strategy = Name,
            Workers = WorkersFor(pages.Count),
            Records = records,
            Makespan = records.Select(record => record.Done).DefaultIfEmpty().Max(),
            PeakInFlight = InFlight.Peak(records),
            CpuTime = spent.CpuTime,
            CompileTime = spent.CompileTime,
            AllocatedBytes = spent.AllocatedBytes,
            PeakThreads = spent.PeakThreads,
            Memory = spent.Memory,
            Predicted = predicting.Predict(pages),
        };
        return run with
        {
            PredictedFromHeld = PredictFromHeld(predicting, run, pages.Count),
            Cancelled = ending.Token.IsCancellationRequested && (run.Pages < pages.Count || run.Failed > 0),
        };
    }

    /// <summary>
    /// The strategy itself over one page a host, on the run's own client: its code is compiled, its path through the client
    /// too, and a connection is open. The origin counts these requests under another id.
    /// </summary>
    private async Task WarmAsync(
        IReadOnlyList<Page> pages, PageClient client, string runId, FetchOptions options, CancellationToken stop)
    {
        var one = pages.DistinctBy(page => page.Host).ToArray();
        var silent = options with { PrintTo = null, Progress = null, Policies = [], Deadline = null, StopOnError = false };
        using var ending = new RunStop(silent, stop);
        await RunCoreAsync(new FetchSession(one, client, runId + "-warm", silent, ending, this)).ConfigureAwait(false);
    }

    /// <remarks>
    /// Where every reply said how long it was held, what failed and when it was asked for again is known: the policies are
    /// played over that. Otherwise only what brought the pages counts, and what came before can have made it longer.
    /// </remarks>
    private static Prediction? PredictFromHeld(FetchStrategy strategy, FetchRun run, int pages)
    {
        var attempts = run.AttemptsByPage.ToArray();
        if (attempts.Length == pages && run.Records.All(record => record.Held is not null))
        {
            return strategy.PredictAttempts(
                [.. attempts.Select(page => page[0].Index)], (place, number) => Played(attempts[place][number - 1]));
        }

        var held = run.LastAttempts.Where(record => record.Held is not null).Select(record => record.Held!.Value).ToArray();
        return held.Length == pages ? strategy.Predict(held) : null;
    }

    private static PlayedFetch Played(FetchRecord record) =>
        new(record.Held!.Value, Transient.Is(record), record.RetryAfter);
}
