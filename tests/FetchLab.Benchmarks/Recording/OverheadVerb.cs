using System.Globalization;

namespace FetchLab.Benchmarks;

/// <summary>What the library costs a whole run, beside the same strategy written by hand without it.</summary>
internal static class OverheadVerb
{
    private const int QuickPairs = 3;
    private const int WarmUps = 4;
    private const int Many = 5000;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(Arguments arguments)
    {
        await using var site = await OriginSite.StartAsync(BuiltOrigin.Path);
        var figures = new List<Figure>();

        // The compiler is done with both ways only after tens of thousands of requests, and the library has more code than the
        // other: until then it is the compiler that is compared.
        for (var warmUp = 0; warmUp < WarmUps; warmUp++)
            await Pairs.WarmAsync(site.Pages(20_000, latencyMs: 0), workers: 50, named: warmUp % 2 == 1);

        var pages = site.Pages(2000, latencyMs: 50);
        foreach (var (workers, overIdeal) in ((int, double)[])[(10, 1.03), (50, 1.03), (200, 1.12)])
        {
            var ideal = Fetch.Threads(workers).Predict(pages).Makespan;
            var makespan = await Pairs.MeasureAsync(pages, workers, arguments.Quick ? QuickPairs : 11);
            var name = string.Create(CultureInfo.InvariantCulture, $"makespan over that by hand, {workers} threads");
            figures.Add(new($"{name}: median", makespan.Median, "times", Target.AtMost(1.02)));
            figures.Add(new($"{name}: interquartile range", makespan.InterquartileRange, "times", null));
            var median = makespan.Library[makespan.Library.Count / 2] / ideal;
            var over = string.Create(CultureInfo.InvariantCulture, $"makespan over ⌈N/W⌉·L, {workers} threads: median");
            figures.Add(new(over, median, "times", Target.AtMost(overIdeal)));
        }

        figures.AddRange(await ThroughputAsync(site, arguments.Quick ? QuickPairs : 21, named: false));
        figures.AddRange(await ThroughputAsync(site, arguments.Quick ? QuickPairs : 21, named: true));
        figures.AddRange(await ManyAtOnceAsync(site));
        return figures;
    }

    /// <summary>
    /// With requests by hand that name their run as well, what is left is the recording; the rest is what naming and counting
    /// them costs client and origin.
    /// </summary>
    private static async Task<Figure[]> ThroughputAsync(OriginSite site, int pairs, bool named)
    {
        var throughput = (await Pairs.MeasureAsync(site.Pages(20_000, latencyMs: 0), workers: 50, pairs, named)).Inverse();
        var name = $"throughput over that by hand{(named ? " with ids" : "")}, no delay, 50 threads";
        return
        [
            new($"{name}: median", throughput.Median, "times", Target.AtLeast(0.97)),
            new($"{name}: interquartile range", throughput.InterquartileRange, "times", null),
        ];
    }

    /// <summary>Thousands of coroutines on one thread: that all of them are in flight at once, and what memory they take.</summary>
    private static async Task<Figure[]> ManyAtOnceAsync(OriginSite site)
    {
        var run = await site.RunAsync(Fetch.OneThreadAsync, site.Pages(Many, latencyMs: 10_000));
        return
        [
            new("5,000 in flight at once: seen by the origin", run.Origin!.PeakInFlight, "requests", Target.AtLeast(Many)),
            new("5,000 in flight at once: failed", run.Failed, "requests", Target.AtMost(0)),
            new("5,000 in flight at once: peak resident memory", run.Memory!.PeakResidentBytes / 1e6, "MB", null),
        ];
    }
}
