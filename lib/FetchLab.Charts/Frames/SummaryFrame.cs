using Microsoft.Data.Analysis;

namespace FetchLab.Charts;

/// <summary>Several runs as a table.</summary>
public static class SummaryFrame
{
    /// <summary>
    /// One row a run, in the given order. Columns: strategy, workers, pages, attempts (more than the pages where some were
    /// asked for again), failed (pages that no attempt brought), predicted_s (over the held times, where they are known),
    /// measured_s, ratio (measured / predicted), throughput_per_s (pages that arrived), p50_ms, p95_ms and p99_ms (how long
    /// those took, in an open loop from their intended starts), in_flight (the client's peak), origin_in_flight (the
    /// origin's peak), connections, threads_used (different threads that a fetch began or ended on), peak_threads (of the
    /// process), cpu_ms (all processor time of the process), jit_ms (how long its just-in-time compiler was at work),
    /// allocated_mb (10⁶ bytes). A value that the run does not have is null, and so is a percentile that fewer than 10
    /// pages lie beyond.
    /// </summary>
    /// <remarks>
    /// cpu_ms is not freed of jit_ms. The compiler's work is in both, but jit_ms is counted by the clock on the wall, and on
    /// busy cores is the longer of the two: what is left of cpu_ms would be 0, or less.
    /// </remarks>
    /// <exception cref="FetchLabException">There is no run.</exception>
    public static DataFrame Summary(this IEnumerable<FetchRun> runs)
    {
        var all = RunText.AtLeastOne(runs);
        return new(
            new StringDataFrameColumn("strategy", all.Select(run => run.Strategy)),
            Count("workers", run => run.Workers),
            Count("pages", run => run.Pages),
            Count("attempts", run => run.Attempts),
            Count("failed", run => run.Failed),
            Number("predicted_s", run => Math.Round(RunText.Prediction(run).Makespan.TotalSeconds, 4)),
            Number("measured_s", run => Math.Round(run.Makespan.TotalSeconds, 4)),
            Number("ratio", run => RunText.Ratio(run) is { } ratio ? Math.Round(ratio, 4) : null),
            Number("throughput_per_s", run => Math.Round(run.Throughput, 2)),
            Milliseconds("p50_ms", latency => latency.P50),
            Milliseconds("p95_ms", latency => latency.P95),
            Milliseconds("p99_ms", latency => latency.P99),
            Count("in_flight", run => run.PeakInFlight),
            Count("origin_in_flight", run => run.Origin?.PeakInFlight),
            Count("connections", run => run.Origin?.Connections),
            Count("threads_used", ThreadsUsed),
            Count("peak_threads", run => run.PeakThreads),
            Number("cpu_ms", run => Math.Round(run.CpuTime.TotalMilliseconds, 1)),
            Number("jit_ms", run => Math.Round(run.CompileTime.TotalMilliseconds, 1)),
            Number("allocated_mb", run => Math.Round(run.AllocatedBytes / 1e6, 3)));

        Int32DataFrameColumn Count(string name, Func<FetchRun, int?> value) => new(name, all.Select(value));
        DoubleDataFrameColumn Milliseconds(string name, Func<LatencySummary, TimeSpan?> percentile) =>
            Number(name, run => (run.CorrectedLatency ?? run.Latency) is { } latency && percentile(latency) is { } time
                ? Math.Round(time.TotalMilliseconds, 2)
                : null);
        DoubleDataFrameColumn Number(string name, Func<FetchRun, double?> value) => new(name, all.Select(value));
    }

    /// <summary>
    /// What a run shows as in a notebook: its row of <see cref="Summary"/>, with as many of the columns as a page is wide.
    /// </summary>
    /// <exception cref="FetchLabException">There is no run.</exception>
    public static DataFrame ToRow(this FetchRun run) => new[] { run }.Summary().Only(
        "strategy", "pages", "attempts", "failed", "predicted_s", "measured_s", "throughput_per_s", "p50_ms", "p95_ms",
        "in_flight", "connections", "threads_used");

    private static int? ThreadsUsed(FetchRun run) =>
        run.Records.SelectMany(record => new[] { record.ThreadIdAtStart, record.ThreadIdAtEnd }).Distinct().Count();
}
