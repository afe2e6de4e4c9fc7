using Microsoft.Data.Analysis;

namespace FetchLab.Charts;

/// <summary>One run as a table.</summary>
public static class RunFrame
{
    /// <summary>
    /// One row an attempt, in the order of the pages and then of the attempts. Columns: index, page (such as
    /// <c>apple/12</c>; see <see cref="PageName"/>), attempt (from 1), worker, process, thread_start, thread_end,
    /// intended_ms (an open loop's), queued_ms, started_ms, headers_ms, finished_ms (all from the start of the run),
    /// connect_ms (how long the making of the connection held the request up), duration_ms (from started to finished),
    /// held_ms, work_ms (the client's own work on the page, after its last byte), connection (the origin's id for it), new_connection (1 for the first reply over it, else 0), status, bytes,
    /// error. A value that the record does not have is null.
    /// </summary>
    public static DataFrame ToDataFrame(this FetchRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var records = run.Records;
        return new(
            new Int32DataFrameColumn("index", records.Select(record => record.Index)),
            new StringDataFrameColumn("page", records.Select(record => PageName.Of(record.Url))),
            new Int32DataFrameColumn("attempt", records.Select(record => record.Attempt)),
            new Int32DataFrameColumn("worker", records.Select(record => record.Worker)),
            new Int32DataFrameColumn("process", records.Select(record => record.ProcessId)),
            new Int32DataFrameColumn("thread_start", records.Select(record => record.ThreadIdAtStart)),
            new Int32DataFrameColumn("thread_end", records.Select(record => record.ThreadIdAtEnd)),
            Milliseconds("intended_ms", record => record.Intended),
            Milliseconds("queued_ms", record => record.Queued),
            Milliseconds("started_ms", record => record.Started),
            Milliseconds("headers_ms", record => record.Headers),
            Milliseconds("finished_ms", record => record.Finished),
            Milliseconds("connect_ms", record => record.Connect),
            Milliseconds("duration_ms", record => record.Duration),
            Milliseconds("held_ms", record => record.Held),
            Milliseconds("work_ms", record => record.Work),
            new StringDataFrameColumn("connection", records.Select(record => record.Connection)),
            new Int32DataFrameColumn("new_connection", records.Select(NewConnection)),
            new Int32DataFrameColumn("status", records.Select(record => record.Status)),
            new Int64DataFrameColumn("bytes", records.Select(record => record.Bytes)),
            new StringDataFrameColumn("error", records.Select(record => record.Error)));

        DoubleDataFrameColumn Milliseconds(string name, Func<FetchRecord, TimeSpan?> time) =>
            new(name, records.Select(record => time(record)?.TotalMilliseconds));
    }

    // A number and not a truth value, so that it sums to the number of connections.
    private static int? NewConnection(FetchRecord record) =>
        !ConnectionText.IsKnown(record) ? null : record.NewConnection ? 1 : 0;
}
