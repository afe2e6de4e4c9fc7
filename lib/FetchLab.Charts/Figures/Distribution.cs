namespace FetchLab.Charts;

/// <summary>The latencies of a run's fetches that succeeded, in order, beside the run's own summary of them.</summary>
internal sealed class Distribution
{
    private const int MostSteps = 200;

    private readonly LatencySummary? summary;
    private readonly TimeSpan[] sorted;

    private Distribution(LatencySummary? summary, IEnumerable<TimeSpan> latencies) =>
        (this.summary, sorted) = (summary, [.. latencies.Order()]);

    public int Count => sorted.Length;

    public TimeSpan Least => sorted[0];

    public TimeSpan Most => sorted[^1];

    public static Distribution Of(FetchRun run) => new(
        Latency.Summary(run), run.Records.Where(record => record.Error is null).Select(Latency.Of));

    /// <summary>Of the 50th, 90th, 95th and 99th percentile those that the summary tells: p90 from 100 samples on.</summary>
    public IEnumerable<(double Percent, TimeSpan Latency)> Percentiles()
    {
        (double Percent, TimeSpan? Latency)[] all = [(50, summary?.P50), (90, summary?.P90), (95, summary?.P95), (99, summary?.P99)];
        return all.Where(mark => mark.Latency is not null).Select(mark => (mark.Percent, mark.Latency!.Value));
    }

    /// <summary>
    /// The part of the fetches, in percent, that each latency was enough for. At most 200 steps and the slowest twenty, as
    /// many as can be told apart.
    /// </summary>
    public IEnumerable<(TimeSpan Latency, double Percent)> Steps()
    {
        var every = Math.Max(1, (Count + MostSteps - 1) / MostSteps);
        for (var rank = 1; rank <= Count; rank++)
        {
            if (rank % every == 0 || rank > Count - 20)
            {
                yield return (sorted[rank - 1], 100.0 * rank / Count);
            }
        }
    }
}
