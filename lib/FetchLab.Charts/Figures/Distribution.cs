namespace FetchLab.Charts;

/// <summary>The latencies of a run's fetches that succeeded, in order.</summary>
internal sealed class Distribution
{
    // A percentile that fewer samples lie beyond says more about those samples than about the run.
    private const int Beyond = 10;

    private const int MostSteps = 200;

    private static readonly double[] Asked = [50, 90, 95, 99];

    private readonly TimeSpan[] sorted;

    private Distribution(TimeSpan[] sorted) => this.sorted = sorted;

    public int Count => sorted.Length;

    public TimeSpan Least => sorted[0];

    public TimeSpan Most => sorted[^1];

    public static Distribution Of(FetchRun run) =>
        new([.. run.Records.Where(record => record.Error is null).Select(Latency.Of).Order()]);

    /// <summary>Of the 50th, 90th, 95th and 99th percentile those that at least 10 samples lie beyond: p90 from 100 samples on.</summary>
    public IEnumerable<(double Percent, TimeSpan Latency)> Percentiles() =>
        Asked.Where(percent => Count - Rank(percent) >= Beyond).Select(percent => (percent, sorted[Rank(percent) - 1]));

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

    /// <summary>The nearest rank: the least number of samples, from the fastest, that make so many percent of all.</summary>
    private int Rank(double percent) => (int)Math.Ceiling(percent / 100 * Count - 1e-9);
}
