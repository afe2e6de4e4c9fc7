using HdrHistogram;

namespace FetchLab;

/// <summary>
/// How latencies are distributed. A percentile is told only where at least 10 samples lie beyond it: the median from 20
/// samples, p90 from 100, p95 from 200, p99 from 1,000. Below that it would be the luck of a few, and it is null.
/// </summary>
/// <remarks>Percentiles are an HdrHistogram's: exact to three digits. The mean and the longest are exact.</remarks>
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
    private const int Digits = 3;
    private const int FewestBeyond = 10;

    /// <summary>Summarises latencies, each at least 0; null if there is none.</summary>
    internal static LatencySummary? Of(IReadOnlyCollection<TimeSpan> latencies)
    {
        if (latencies.Count == 0)
            return null;

        var max = latencies.Max();
        // In ticks. A histogram's range starts at 1 and spans at least a factor of 2.
        var histogram = new LongHistogram(1, Math.Max(2, max.Ticks), Digits);
        foreach (var latency in latencies)
            histogram.RecordValue(latency.Ticks);

        return new LatencySummary(
            latencies.Count, new TimeSpan(latencies.Sum(latency => latency.Ticks) / latencies.Count),
            At(50), At(90), At(95), At(99), max);

        TimeSpan? At(int percent) => latencies.Count * (100 - percent) >= FewestBeyond * 100
            ? new TimeSpan(Math.Min(max.Ticks, histogram.GetValueAtPercentile(percent)))
            : null;
    }
}
