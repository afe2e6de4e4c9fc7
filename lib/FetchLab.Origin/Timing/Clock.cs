using System.Diagnostics;

namespace FetchLab.Origin;

/// <summary>Milliseconds and the counts of <see cref="Stopwatch.GetTimestamp"/>, which every moment in here is.</summary>
internal static class Clock
{
    private static long _start;

    /// <summary>From here on the log counts.</summary>
    public static void Start() => _start = Stopwatch.GetTimestamp();

    /// <summary>Rounded up: a wait is never too short.</summary>
    public static long Ticks(double milliseconds) => (long)Math.Ceiling(milliseconds / 1000 * Stopwatch.Frequency);

    public static double Milliseconds(long ticks) => ticks * 1000.0 / Stopwatch.Frequency;

    /// <summary>A moment as the log tells it: in ms since the origin started.</summary>
    public static double SinceStart(long moment) => Milliseconds(moment - _start);
}
