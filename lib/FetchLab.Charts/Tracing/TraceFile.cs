using System.Text.Json;

namespace FetchLab.Charts;

/// <summary>Runs for the viewers of traces: Perfetto, chrome://tracing, speedscope.</summary>
public static class TraceFile
{
    /// <summary>
    /// Writes the run in the Trace Event format: a lane a worker, a complete event (<c>ph: "X"</c>, <c>ts</c> and
    /// <c>dur</c> in microseconds from the start of the run) an attempt, with the connecting, the wait for headers and
    /// the body inside it. Its <c>args</c> tell attempt, address, connection, status, bytes, threads, waits and error. Open it on ui.perfetto.dev, which reads it without
    /// sending it anywhere. A file of that name is replaced.
    /// </summary>
    /// <exception cref="FetchLabException">There is no such folder, or the file cannot be written.</exception>
    public static void SaveTrace(this FetchRun run, string path)
    {
        ArgumentNullException.ThrowIfNull(run);
        using var file = FrameFile.Create(path, "trace.json");
        JsonSerializer.Serialize(file, new
        {
            traceEvents = TraceEvents.Of(run),
            displayTimeUnit = "ms",
            otherData = new { strategy = run.Strategy, workers = run.Workers, makespan_ms = run.Makespan.TotalMilliseconds },
        });
    }
}
