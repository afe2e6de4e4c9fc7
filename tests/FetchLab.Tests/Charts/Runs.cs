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

    /// <summary>
    /// A hundred pages on threads that follow the Universal Scalability Law: with W of them they take 100/X(W) seconds, shared
    /// out in turns of equal length.
    /// </summary>
    public static FetchRun Scaling(UniversalScalability law, int threads)
    {
        var turn = 100_000 / law.Throughput(threads) / Math.Ceiling(100.0 / threads);
        return Run(
            string.Create(CultureInfo.InvariantCulture, $"{threads} threads"), threads,
            [.. Enumerable.Range(0, 100).Select(i => Fetch(i, 10 + i % threads, i / threads * turn, i / threads * turn, (i / threads + 0.9) * turn, (i / threads + 1) * turn))]);
    }

    /// <summary>All pages at once on one thread, each sent a tenth of a millisecond after the one before.</summary>
    public static FetchRun AtOnce(int pages) => Run(
        "one thread, async", pages,
        [.. Enumerable.Range(0, pages).Select(i => Fetch(i, 4, 0.5, 1 + i * 0.1, 52 + i * 0.1234, 53 + i * 0.1234))]);

    /// <summary>Coroutines on one thread, whose client works 10 ms on each page under one lock.</summary>
    public static FetchRun WorkedOn(int pages) => Run(
        "async on one thread",
        1,
        [.. Enumerable.Range(0, pages).Select(page => Fetch(page, 4, 0, 0, 50, 50) with { Work = TimeSpan.FromMilliseconds(10 * (page + 1)) })]);

    /// <summary>
    /// Two pages on two new connections, 20 ms each to make. The second page fails at first; its second attempt goes over the
    /// first page's connection.
    /// </summary>
    public static FetchRun Retried() => Run("2 threads, 1 retry", 2, [
        Fetch(0, thread: 5, queued: 0, started: 1, headers: 71, finished: 72) with
        {
            Connect = Ms(20), Connection = "c1", NewConnection = true,
        },
        Fetch(1, thread: 7, queued: 0.5, started: 2, headers: 60, finished: 61) with
        {
            Worker = 1, Connect = Ms(20), Connection = "c2", NewConnection = true, Status = 500, Error = "the reply was 500.",
        },
        Fetch(1, thread: 7, queued: 61, started: 81, headers: 131, finished: 132) with { Attempt = 2, Worker = 1, Connection = "c1" },
    ]);

    /// <summary>An open loop of 100 pages a second, each sent 5 ms after it was meant to be, and then taking 51 ms.</summary>
    public static FetchRun OpenLoop(int pages) => Run(
        "open loop, 100/s", pages,
        [.. Enumerable.Range(0, pages).Select(i => Fetch(i, 4, 10 * i, 10 * i + 5, 10 * i + 55, 10 * i + 56) with { Intended = Ms(10 * i) })]);

    public static FetchRun Run(string strategy, int workers, IReadOnlyList<FetchRecord> records) => new()
    {
        Strategy = strategy,
        Workers = workers,
        Records = records,
        Makespan = records.Count == 0 ? TimeSpan.Zero : records.Max(record => record.Finished),
        PeakInFlight = InFlight.Peak(records),
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
