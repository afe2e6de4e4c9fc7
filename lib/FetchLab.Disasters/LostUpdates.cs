namespace FetchLab.Disasters;

/// <summary>
/// <c>count = count + 1</c> is a read and a write. Here a barrier stands between the two, so that nobody writes before all
/// have read; then nobody stands there, and the race decides; then the increment is one operation.
/// </summary>
internal static class LostUpdates
{
    // Enough that the threads are at it at the same time: to start one takes longer than many increments.
    private const int All = 20_000_000;

    public static void Happen(DisasterOptions options, Report report)
    {
        for (var i = 0; i < options.Count; i++)
            report.Say("with a barrier", WithABarrier(), 2);

        var all = All / options.Count * options.Count;
        report.Say("unforced", Count(options.Count, static count => count.Value++), all);
        report.Say("Interlocked", Count(options.Count, static count => Interlocked.Increment(ref count.Value)), all);
    }

    private static int WithABarrier()
    {
        var count = 0;
        using var bothHaveRead = new Barrier(2);
        Threads(2, () =>
        {
            var read = count;
            bothHaveRead.SignalAndWait();
            count = read + 1;
        });
        return count;
    }

    private static int Count(int threads, Action<Counter> increment)
    {
        var counter = new Counter();
        Threads(threads, () =>
        {
            for (var i = 0; i < All / threads; i++)
                increment(counter);
        });
        return counter.Value;
    }

    private static void Threads(int count, Action work)
    {
        Thread[] threads = [.. Enumerable.Range(0, count).Select(_ => new Thread(() => work()))];
        foreach (var thread in threads)
            thread.Start();
        foreach (var thread in threads)
            thread.Join();
    }

    private sealed class Counter
    {
        // A field, because Interlocked needs its address.
        public int Value;
    }
}
