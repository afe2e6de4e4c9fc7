using System.Diagnostics;
using System.Text.Json;

namespace FetchLab.Disasters;

/// <summary>Tells the parent what is seen: a line of JSON each, written through at once, since nobody knows who comes to speak again.</summary>
internal sealed class Report : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    private readonly StreamWriter _lines = new(Console.OpenStandardOutput()) { AutoFlush = true };
    private readonly long _start = Stopwatch.GetTimestamp();

    /// <summary>Says that something has happened.</summary>
    public void Say(string what, int done, int of) => _lines.WriteLine(JsonSerializer.Serialize(
        new DisasterRecord(what, Stopwatch.GetElapsedTime(_start).TotalMilliseconds, done, of, ThreadPool.ThreadCount)));

    /// <summary>
    /// Looks every 20 ms how much is done and how many threads the pool has, and says what has changed, until all is done. It
    /// needs no thread of the pool: it blocks the one that asks.
    /// </summary>
    public void Follow(Func<int> done, int of)
    {
        Say("started", 0, of);
        (int Done, int Threads) seen = default;
        while (seen.Done < of)
        {
            Thread.Sleep(Interval);
            var now = (done(), ThreadPool.ThreadCount);
            if (now != seen)
                Say("seen", now.Item1, of);
            seen = now;
        }
    }

    public void Dispose() => _lines.Dispose();
}
