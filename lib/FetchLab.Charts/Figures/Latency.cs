namespace FetchLab.Charts;

/// <summary>How long one fetch took for who waited for it: the one place where figures take it from.</summary>
internal static class Latency
{
    /// <summary>
    /// From the start of the request to its last byte, as a closed loop counts. In an open loop from the instant at which the
    /// request was meant to start, or the waits that a stall causes would be lost (coordinated omission).
    /// </summary>
    public static TimeSpan Of(FetchRecord record) => record.Finished - (record.Intended ?? record.Started);

    /// <summary>The run's own summary of those latencies, where any request brought its page.</summary>
    public static LatencySummary? Summary(FetchRun run) => run.CorrectedLatency ?? run.Latency;

    /// <summary>Whether the run is an open loop's, whose latencies count from the intended starts.</summary>
    public static bool IsCorrected(FetchRun run) => run.CorrectedLatency is not null;

    /// <summary>What the axis of several runs calls their latencies.</summary>
    public static string Named(IReadOnlyList<FetchRun> runs) =>
        runs.All(IsCorrected) ? "latency from the intended start"
        : runs.Any(IsCorrected) ? "latency, in an open loop from the intended start"
        : "latency";
}
