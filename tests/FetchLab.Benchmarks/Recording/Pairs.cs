namespace FetchLab.Benchmarks;

/// <summary>
/// Ratios of the library's time to that of the same thing by hand, each from a pair of runs right after one another. Who goes
/// first alternates, so that a machine that grows busier or idler favours nobody.
/// </summary>
internal sealed class Pairs
{
    private readonly double[] _ratios;

    private Pairs(IEnumerable<double> ratios, IEnumerable<TimeSpan> library)
    {
        _ratios = [.. ratios.Order()];
        Library = [.. library.Order()];
    }

    /// <summary>What the library's runs took, the shortest first.</summary>
    public IReadOnlyList<TimeSpan> Library { get; }

    public double Median => Quantile(0.5);

    /// <summary>From the lower quartile to the upper.</summary>
    public double InterquartileRange => Quantile(0.75) - Quantile(0.25);

    public static async Task<Pairs> MeasureAsync(IReadOnlyList<Page> pages, int workers, int count, bool named = false)
    {
        await WarmAsync([.. pages.Take(1000)], workers, named);

        var ratios = new double[count];
        var made = new TimeSpan[count];
        for (var i = 0; i < count; i++)
        {
            var handFirst = i % 2 == 0;
            var hand = handFirst ? Hand(pages, workers, named) : default;
            made[i] = await LibraryAsync(pages, workers);
            ratios[i] = made[i] / (handFirst ? hand : Hand(pages, workers, named));
        }

        return new Pairs(ratios, made);
    }

    /// <summary>A pair that does not count: both ways are compiled, and compiled again for speed, while they are first used.</summary>
    public static async Task WarmAsync(IReadOnlyList<Page> pages, int workers, bool named = false)
    {
        Hand(pages, workers, named);
        await LibraryAsync(pages, workers);
    }

    /// <summary>The same pairs, as ratios of throughput.</summary>
    public Pairs Inverse() => new(_ratios.Select(ratio => 1 / ratio), Library);

    private static TimeSpan Hand(IReadOnlyList<Page> pages, int workers, bool named)
    {
        Collect();
        return ByHand.Threads(pages, workers, named ? Guid.NewGuid().ToString("N") : null);
    }

    private static async Task<TimeSpan> LibraryAsync(IReadOnlyList<Page> pages, int workers)
    {
        Collect();
        var run = await Fetch.Threads(workers).RunAsync(pages);
        return run.Failed == 0
            ? run.Makespan
            : throw new FetchLabException($"{run.Failed} fetches failed; the first: {run.LastAttempts.First(r => r.Error is not null).Error}");
    }

    /// <remarks>
    /// A collection stops all threads for as long as a run of no delay is to be told apart from another. What one run leaves
    /// behind is collected before the next: each pays for its own garbage, and neither for the other's.
    /// </remarks>
    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
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
