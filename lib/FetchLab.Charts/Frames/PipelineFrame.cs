using Microsoft.Data.Analysis;

namespace FetchLab.Charts;

/// <summary>A pipeline's run as a table.</summary>
public static class PipelineFrame
{
    /// <summary>
    /// One row for each item in each stage, by item and then by stage. Columns: index, stage, worker, thread_start, thread_end,
    /// queued_ms, started_ms, finished_ms, handed_ms (all from the start of the run), error. No error is null.
    /// </summary>
    public static DataFrame ToDataFrame(this PipelineRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var records = run.Records;
        return new(
            new Int32DataFrameColumn("index", records.Select(record => record.Index)),
            new StringDataFrameColumn("stage", records.Select(record => record.Stage)),
            new Int32DataFrameColumn("worker", records.Select(record => record.Worker)),
            new Int32DataFrameColumn("thread_start", records.Select(record => record.ThreadIdAtStart)),
            new Int32DataFrameColumn("thread_end", records.Select(record => record.ThreadIdAtEnd)),
            Milliseconds("queued_ms", record => record.Queued),
            Milliseconds("started_ms", record => record.Started),
            Milliseconds("finished_ms", record => record.Finished),
            Milliseconds("handed_ms", record => record.Handed),
            new StringDataFrameColumn("error", records.Select(record => record.Error)));

        DoubleDataFrameColumn Milliseconds(string name, Func<StageRecord, TimeSpan> time) =>
            new(name, records.Select(record => time(record).TotalMilliseconds));
    }

    /// <summary>
    /// One row a stage, in order. Columns: stage, workers, items, failed, work_ms (the mean time of the work on one item), wait_ms
    /// (the mean time in the queue before it), blocked_ms (the mean time that its worker then stood before the next queue), busy
    /// (the share of the run that its workers were at work, from 0 to 1), queue_peak (the most that its queue held; null for the
    /// first stage, which has none), threads (different threads that the work began or ended on).
    /// </summary>
    public static DataFrame ByStage(this PipelineRun run)
    {
        PipelineText.NeedsRecords(run);
        var stages = run.Stages.Select(stage => run.Of(stage)).ToArray();
        return new(
            new StringDataFrameColumn("stage", run.Stages),
            new Int32DataFrameColumn("workers", run.Workers),
            new Int32DataFrameColumn("items", stages.Select(records => records.Count)),
            new Int32DataFrameColumn("failed", stages.Select(records => records.Count(record => record.Error is not null))),
            Mean("work_ms", record => record.Duration),
            Mean("wait_ms", record => record.Wait),
            Mean("blocked_ms", record => record.Blocked),
            new DoubleDataFrameColumn("busy", stages.Zip(run.Workers, (records, workers) =>
                (double?)Math.Round(records.Sum(record => record.Duration.TotalSeconds) / workers / run.Makespan.TotalSeconds, 3))),
            new Int32DataFrameColumn("queue_peak", run.Queues.Select(queue => (int?)queue.Peak).Prepend(null)),
            new Int32DataFrameColumn("threads", stages.Select(records =>
                (int?)records.SelectMany(record => new[] { record.ThreadIdAtStart, record.ThreadIdAtEnd }).Distinct().Count())));

        DoubleDataFrameColumn Mean(string name, Func<StageRecord, TimeSpan> time) => new(name, stages.Select(records =>
            records.Count == 0 ? null : (double?)Math.Round(records.Average(record => time(record).TotalMilliseconds), 3)));
    }
}
