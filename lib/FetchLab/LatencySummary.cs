namespace FetchLab;

/// <summary>
/// How latencies are distributed. A percentile is told only where at least 10 samples lie beyond it: the median from 20
/// samples, p90 from 100, p95 from 200, p99 from 1,000. Below that it would be the luck of a few, and it is null.
/// </summary>
/// <remarks>
/// All are exact. A percentile is the nearest rank's: the latency of the least number of samples, from the fastest, that make so
/// many per cent of all.
/// </remarks>
/// <param name="Samples">How many latencies there are, at least 1.</param>
/// <param name="Mean">Their sum over their number.</param>
/// <param name="P50">The median: half of them are not longer.</param>
/// <param name="P90">Nine of ten are not longer.</param>
/// <param name="P95">Nineteen of twenty are not longer.</param>
/// <param name="P99">Ninety-nine of a hundred are not longer.</param>
/// <param name="Max">The longest.</param>
public sealed record LatencySummary(
    int Samples, TimeSpan Mean, TimeSpan? P50, TimeSpan? P90, TimeSpan? P95, TimeSpan? P99, TimeSpan Max)
{
    private const int FewestBeyond = 10;

    /// <summary>Summarises latencies, each at least 0; null if there is none.</summary>
    internal static LatencySummary? Of(IEnumerable<TimeSpan> latencies)
    {
        var sorted = latencies.Order().ToArray();
        return sorted.Length == 0
            ? null
            : new(
                sorted.Length, new TimeSpan(sorted.Sum(latency => latency.Ticks) / sorted.Length),
                At(50), At(90), At(95), At(99), sorted[^1]);

        TimeSpan? At(int percent)
        {
            var rank = ((long)sorted.Length * percent + 99) / 100;
            return sorted.Length - rank >= FewestBeyond ? sorted[rank - 1] : null;
        }
    }
}
