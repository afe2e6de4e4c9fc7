using Microsoft.Data.Analysis;

namespace FetchLab.Charts;

/// <summary>One run as a table.</summary>
public static class RunFrame
{
    /// <summary>
    /// One row a record, in the order of the pages. Columns: index, page (such as <c>apple/12</c>; see
    /// <see cref="PageName"/>), worker, process, thread_start, thread_end, queued_ms, started_ms, headers_ms, finished_ms
    /// (from the start of the run), duration_ms (from started to finished), held_ms, status, bytes, error. A value that the
    /// record does not have is null.
    /// </summary>
    public static DataFrame ToDataFrame(this FetchRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var records = run.Records;
        return new(
            new Int32DataFrameColumn("index", records.Select(record => record.Index)),
            new StringDataFrameColumn("page", records.Select(record => PageName.Of(record.Url))),
            new Int32DataFrameColumn("worker", records.Select(record => record.Worker)),
            new Int32DataFrameColumn("process", records.Select(record => record.ProcessId)),
            new Int32DataFrameColumn("thread_start", records.Select(record => record.ThreadIdAtStart)),
            new Int32DataFrameColumn("thread_end", records.Select(record => record.ThreadIdAtEnd)),
            Milliseconds("queued_ms", record => record.Queued),
            Milliseconds("started_ms", record => record.Started),
            Milliseconds("headers_ms", record => record.Headers),
            Milliseconds("finished_ms", record => record.Finished),
            Milliseconds("duration_ms", record => record.Duration),
            Milliseconds("held_ms", record => record.Held),
            new Int32DataFrameColumn("status", records.Select(record => record.Status)),
            new Int64DataFrameColumn("bytes", records.Select(record => record.Bytes)),
            new StringDataFrameColumn("error", records.Select(record => record.Error)));

        DoubleDataFrameColumn Milliseconds(string name, Func<FetchRecord, TimeSpan?> time) =>
            new(name, records.Select(record => time(record)?.TotalMilliseconds));
    }
}
