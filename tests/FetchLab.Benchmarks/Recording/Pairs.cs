namespace FetchLab.Benchmarks;

/// <summary>
/// Ratios of the library's time to that of the same thing by hand, each from a pair of runs right after one another. Who goes
/// first alternates, so that a machine that grows busier or idler favours nobody.
/// </summary>
internal sealed class Pairs
{
    private readonly double[] _ratios;

    private Pairs(double[] ratios) => _ratios = ratios;

    public double Median => Quantile(0.5);

    /// <summary>From the lower quartile to the upper.</summary>
    public double InterquartileRange => Quantile(0.75) - Quantile(0.25);

    public static async Task<Pairs> MeasureAsync(IReadOnlyList<Page> pages, int workers, int count)
    {
        var ratios = new double[count];
        for (var i = 0; i < count; i++)
        {
            var handFirst = i % 2 == 0;
            var hand = handFirst ? ByHand.Threads(pages, workers) : default;
            var library = await LibraryAsync(pages, workers);
            ratios[i] = library / (handFirst ? hand : ByHand.Threads(pages, workers));
        }

        Array.Sort(ratios);
        return new Pairs(ratios);
    }

    /// <summary>The same pairs, as ratios of throughput.</summary>
    public Pairs Inverse() => new([.. _ratios.Select(ratio => 1 / ratio).Order()]);

    private static async Task<TimeSpan> LibraryAsync(IReadOnlyList<Page> pages, int workers)
    {
        var run = await Fetch.Threads(workers).RunAsync(pages);
        return run.Failed == 0
            ? run.Makespan
            : throw new FetchLabException($"{run.Failed} fetches failed; the first: {run.LastAttempts.First(r => r.Error is not null).Error}");
    }

    /// <remarks>Between the two nearest, in proportion.</remarks>
    private double Quantile(double share)
    {
        var at = share * (_ratios.Length - 1);
        var below = (int)at;
        var above = Math.Min(below + 1, _ratios.Length - 1);
        return _ratios[below] + ((at - below) * (_ratios[above] - _ratios[below]));
    }
}
