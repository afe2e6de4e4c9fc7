using System.Globalization;

namespace FetchLab;

/// <summary>How every sentence and every table of the course writes a duration.</summary>
public static class Durations
{
    /// <summary>
    /// Seconds with two decimals from 1 s, whole milliseconds below, and two decimals of them below 10 ms:
    /// <c>5.31 s</c>, <c>531 ms</c>, <c>5.31 ms</c>. The same in every culture.
    /// </summary>
    public static string ToText(this TimeSpan duration)
    {
        var milliseconds = duration.TotalMilliseconds;
        return Math.Abs(milliseconds) switch
        {
            0 => "0 ms",
            < 9.995 => milliseconds.ToString("0.00", CultureInfo.InvariantCulture) + " ms",
            < 999.5 => milliseconds.ToString("0", CultureInfo.InvariantCulture) + " ms",
            _ => duration.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture) + " s",
        };
    }

    /// <summary>To the nearest tick. TimeSpan.FromMilliseconds cuts off: 2.3 ms, which no double is, would lack a tick.</summary>
    internal static TimeSpan FromMilliseconds(double milliseconds) => new((long)Math.Round(milliseconds * TimeSpan.TicksPerMillisecond));
}
