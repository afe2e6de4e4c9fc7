using Microsoft.Data.Analysis;

namespace FetchLab.Charts;

/// <summary>Several runs as a table.</summary>
public static class SummaryFrame
{
    /// <summary>
    /// One row a run, in the given order. Columns: strategy, workers, pages, failed, predicted_s (over the held times, where
    /// they are known), measured_s, ratio (measured / predicted), in_flight (the client's peak), origin_in_flight (the
    /// origin's peak), connections, threads_used (different threads that a fetch began or ended on), peak_threads (of the
    /// process), cpu_ms (processor time but for the compiler's), jit_ms (the just-in-time compiler's), allocated_mb (10⁶ bytes). A
    /// value that the run does not have is null.
    /// </summary>
    /// <exception cref="FetchLabException">There is no run.</exception>
    public static DataFrame Summary(this IEnumerable<FetchRun> runs)
    {
        var all = RunText.AtLeastOne(runs);
        return new(
            new StringDataFrameColumn("strategy", all.Select(run => run.Strategy)),
            Count("workers", run => run.Workers),
            Count("pages", run => run.Records.Count),
            Count("failed", run => RunText.Failed(run)),
            Number("predicted_s", run => Math.Round(RunText.Prediction(run).Makespan.TotalSeconds, 4)),
            Number("measured_s", run => Math.Round(run.Makespan.TotalSeconds, 4)),
            Number("ratio", run => RunText.Ratio(run) is { } ratio ? Math.Round(ratio, 4) : null),
            Count("in_flight", run => run.PeakInFlight),
            Count("origin_in_flight", run => run.Origin?.PeakInFlight),
            Count("connections", run => run.Origin?.Connections),
            Count("threads_used", ThreadsUsed),
            Count("peak_threads", run => run.PeakThreads),
            Number("cpu_ms", run => Math.Round(RunText.CpuMs(run), 1)),
            Number("jit_ms", run => Math.Round(run.CompileTime.TotalMilliseconds, 1)),
            Number("allocated_mb", run => Math.Round(run.AllocatedBytes / 1e6, 3)));

        Int32DataFrameColumn Count(string name, Func<FetchRun, int?> value) => new(name, all.Select(value));
        DoubleDataFrameColumn Number(string name, Func<FetchRun, double?> value) => new(name, all.Select(value));
    }

    private static int? ThreadsUsed(FetchRun run) =>
        run.Records.SelectMany(record => new[] { record.ThreadIdAtStart, record.ThreadIdAtEnd }).Distinct().Count();
}
