namespace FetchLab;

/// <summary>
/// The course's closed forms. Symbols, the same everywhere: N pages, C in flight or W workers, K server slots, P cores;
/// ℓ latency that holds no slot, s service that does, L = ℓ + s; X throughput, R latency under load, T makespan.
/// </summary>
/// <remarks>
/// Durations that are whole ticks by nature are exact; others are rounded to the nearest tick, bounds to the tick that still
/// is a bound.
/// </remarks>
public static partial class Formula
{
    private static TimeSpan Duration(TimeSpan value, string what, string good) =>
        value >= TimeSpan.Zero
            ? value
            : throw new FetchLabException($"{what} must be at least 0 ms, but was {value.ToText()}; try {good}.");

    private static Int128 Sum(IReadOnlyList<TimeSpan> latencies)
    {
        Int128 sum = 0;
        foreach (var latency in Require.Latencies(latencies))
            sum += latency.Ticks;
        return sum;
    }

    private static TimeSpan Round(double ticks) => FromTicks((Int128)Math.Round(ticks));

    private static TimeSpan FromTicks(Int128 ticks) =>
        ticks <= TimeSpan.MaxValue.Ticks
            ? new((long)ticks)
            : throw new FetchLabException(
                $"the result must be at most {TimeSpan.MaxValue.Days} days, but was {ticks / TimeSpan.TicksPerDay}; " +
                "try fewer or shorter pages.");
}
