using System.Diagnostics;

namespace FetchLab.Origin;

/// <summary>Latency: time that passes while nothing is used.</summary>
internal static class Hold
{
    /// <summary>Waits until the latency has passed since the request arrived, and never less.</summary>
    public static async Task UntilAsync(long arrived, TimeSpan latency, CancellationToken aborted)
    {
        // A timer counts in whole ticks of its own clock and may fire within the last of them, so what it says is checked.
        for (var rest = Rest(); rest > TimeSpan.Zero; rest = Rest())
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(rest.TotalMilliseconds)), aborted);

        TimeSpan Rest() => latency - Stopwatch.GetElapsedTime(arrived);
    }
}
