namespace FetchLab.Charts;

/// <summary>The events of a trace, as objects that serialise to what the Trace Event format asks for.</summary>
internal static class TraceEvents
{
    public static IEnumerable<object> Of(FetchRun run)
    {
        foreach (var process in run.Records.Select(record => record.ProcessId).Distinct().Order())
        {
            yield return Named("process_name", process, 0, run.Strategy);
        }

        foreach (var lane in TraceLane.Of(run.Records))
        {
            yield return Named("thread_name", lane.Process, lane.Id, lane.Name);
            foreach (var record in lane.Fetches)
            {
                yield return Event(PageName.Of(record.Url), lane, record.Started, record.Done, Args(record));
                foreach (var phase in Phase.All.Where(phase => phase.From(record) >= record.Started && phase.To(record) > phase.From(record)))
                {
                    yield return Event(phase.Name, lane, phase.From(record), phase.To(record), new { index = record.Index });
                }
            }
        }
    }

    private static object Named(string what, int process, int thread, string name) =>
        new { ph = "M", name = what, pid = process, tid = thread, args = new { name } };

    private static object Event(string name, TraceLane lane, TimeSpan from, TimeSpan to, object args) => new
    {
        ph = "X",
        name,
        cat = "fetch",
        pid = lane.Process,
        tid = lane.Id,
        ts = from.TotalMicroseconds,
        dur = (to - from).TotalMicroseconds,
        args,
    };

    private static object Args(FetchRecord record) => new
    {
        index = record.Index,
        attempt = record.Attempt,
        url = record.Url.AbsoluteUri,
        status = record.Status,
        bytes = record.Bytes,
        intended_ms = record.Intended?.TotalMilliseconds,
        queued_ms = (record.Started - record.Queued).TotalMilliseconds,
        connect_ms = record.Connect?.TotalMilliseconds,
        connection = record.Connection,
        new_connection = ConnectionText.IsKnown(record) ? record.NewConnection : (bool?)null,
        held_ms = record.Held?.TotalMilliseconds,
        work_ms = record.Work?.TotalMilliseconds,
        thread_start = record.ThreadIdAtStart,
        thread_end = record.ThreadIdAtEnd,
        error = record.Error,
    };
}
