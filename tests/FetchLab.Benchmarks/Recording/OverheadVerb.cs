using System.Globalization;

namespace FetchLab.Benchmarks;

/// <summary>What the library costs a whole run, beside the same strategy written by hand without it.</summary>
internal static class OverheadVerb
{
    private const int QuickPairs = 3;

    public static async Task<int> RunAsync(Arguments arguments)
    {
        await using var site = await OriginSite.StartAsync(BuiltOrigin.Path);
        var figures = new List<Figure>();

        var pages = site.Pages(2000, latencyMs: 50);
        foreach (var workers in (int[])[10, 50, 200])
        {
            var makespan = await Pairs.MeasureAsync(pages, workers, arguments.Quick ? QuickPairs : 11);
            var name = string.Create(CultureInfo.InvariantCulture, $"makespan over that by hand, {workers} threads");
            figures.Add(new($"{name}: median", makespan.Median, "times", Target.AtMost(1.02)));
            figures.Add(new($"{name}: interquartile range", makespan.InterquartileRange, "times", null));
        }

        var throughput = (await Pairs.MeasureAsync(site.Pages(20_000, latencyMs: 0), 50, arguments.Quick ? QuickPairs : 21)).Inverse();
        figures.Add(new("throughput over that by hand, no delay, 50 threads: median", throughput.Median, "times", Target.AtLeast(0.97)));
        figures.Add(new("throughput over that by hand, no delay, 50 threads: interquartile range", throughput.InterquartileRange, "times", null));
        return FigureReport.Print(figures, arguments.Json);
    }
}
