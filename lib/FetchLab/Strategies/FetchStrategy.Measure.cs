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
            Predicted = Predict([.. pages.Select(page => page.Latency)]),
        };
        return run with
        {
            PredictedFromHeld = PredictFromHeld(run, pages.Count),
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

    private Prediction? PredictFromHeld(FetchRun run, int pages)
    {
        var held = run.LastAttempts.Where(record => record.Held is not null).Select(record => record.Held!.Value).ToArray();
        return held.Length == pages ? Predict(held) : null;
    }
}
