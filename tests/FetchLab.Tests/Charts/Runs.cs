using System.Globalization;

namespace FetchLab.Tests.Charts;

/// <summary>Runs made by hand, so that every number in a figure is known.</summary>
internal static class Runs
{
    /// <summary>Two pages on two threads, the second one failed: all values differ.</summary>
    public static FetchRun Small() => Run("2 threads", 2, [
        Fetch(0, thread: 5, queued: 0, started: 1, headers: 51.5, finished: 52) with { ThreadIdAtEnd = 6 },
        Fetch(1, thread: 7, queued: 0.5, started: 2, headers: 60, finished: 60) with
        {
            Worker = 1, Status = null, Bytes = 0, Held = null, Error = "the connection was refused.",
        },
    ]);

    /// <summary>As many pages as are asked for, shared out to threads in turn: 50 ms each, of which the body takes 1.</summary>
    public static FetchRun OnThreads(int threads, int pages) => Run(
        string.Create(CultureInfo.InvariantCulture, $"{threads} threads"), threads,
        [.. Enumerable.Range(0, pages).Select(i => Fetch(
            i, 10 + i % threads, queued: i / threads * 50.25, started: i / threads * 50.25 + 0.2,
            headers: i / threads * 50.25 + 49.2137, finished: i / threads * 50.25 + 50.2137))]);

    /// <summary>All pages at once on one thread, each sent a tenth of a millisecond after the one before.</summary>
    public static FetchRun AtOnce(int pages) => Run(
        "one thread, async", pages,
        [.. Enumerable.Range(0, pages).Select(i => Fetch(i, 4, 0.5, 1 + i * 0.1, 52 + i * 0.1234, 53 + i * 0.1234))]);

    public static FetchRun Run(string strategy, int workers, IReadOnlyList<FetchRecord> records) => new()
    {
        Strategy = strategy,
        Workers = workers,
        Records = records,
        Makespan = records.Count == 0 ? TimeSpan.Zero : records.Max(record => record.Finished),
        PeakInFlight = workers,
        CpuTime = Ms(12.5),
        CompileTime = Ms(2.5),
        AllocatedBytes = 2_500_000,
        PeakThreads = 20,
        Predicted = new(Ms(50), "⌈N/W⌉·L"),
        PredictedFromHeld = new(Ms(52.4), "⌈N/W⌉·L"),
        Origin = new(records.Count, workers, workers),
    };

    public static FetchRecord Fetch(int index, int thread, double queued, double started, double headers, double finished) => new()
    {
        Index = index,
        Url = new(string.Create(
            CultureInfo.InvariantCulture, $"http://127.0.0.1:43817/{(index % 2 == 0 ? "apple" : "github")}/{index}?latencyMs=50&bytes=2048")),
        Worker = 0,
        ProcessId = 4321,
        ThreadIdAtStart = thread,
        ThreadIdAtEnd = thread,
        Queued = Ms(queued),
        Started = Ms(started),
        Headers = Ms(headers),
        Finished = Ms(finished),
        Status = 200,
        Bytes = 2048,
        Held = Ms(50.5),
    };

    public static TimeSpan Ms(double milliseconds) => TimeSpan.FromMilliseconds(milliseconds);
}
