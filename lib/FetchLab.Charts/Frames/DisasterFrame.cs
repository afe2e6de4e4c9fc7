using Microsoft.Data.Analysis;

namespace FetchLab.Charts;

/// <summary>Disasters as tables.</summary>
public static class DisasterFrame
{
    /// <summary>
    /// One row a record, in the order in which it happened. Columns: what, at_ms (from the disaster's start), done, of (how much
    /// there was to do), pool_threads.
    /// </summary>
    public static DataFrame ToDataFrame(this DisasterRun run) => new(
        new StringDataFrameColumn("what", run.Records.Select(record => record.What)),
        new DoubleDataFrameColumn("at_ms", run.Records.Select(record => Math.Round(record.AtMs, 1))),
        new Int32DataFrameColumn("done", run.Records.Select(record => record.Done)),
        new Int32DataFrameColumn("of", run.Records.Select(record => record.Of)),
        new Int32DataFrameColumn("pool_threads", run.Records.Select(record => record.PoolThreads)));

    /// <summary>
    /// One row a disaster, in the given order. Columns: disaster, ended (done, or at its deadline), took_s (the deadline where it hung), done,
    /// of, peak_pool_threads, process (the id of the process that it happened in).
    /// </summary>
    public static DataFrame Summary(this IEnumerable<DisasterRun> runs)
    {
        var all = runs.ToArray();
        return new(
            new StringDataFrameColumn("disaster", all.Select(run => run.Disaster.ToString())),
            new StringDataFrameColumn("ended", all.Select(run => run.Hung ? "at its deadline" : "done")),
            new DoubleDataFrameColumn("took_s", all.Select(run => Math.Round(run.Took.TotalSeconds, 3))),
            new Int32DataFrameColumn("done", all.Select(run => run.Done)),
            new Int32DataFrameColumn("of", all.Select(run => run.Of)),
            new Int32DataFrameColumn("peak_pool_threads", all.Select(run => run.PeakPoolThreads)),
            new Int32DataFrameColumn("process", all.Select(run => run.ProcessId)));
    }
}
