using System.Globalization;

namespace FetchLab.Benchmarks;

/// <summary>
/// The tutorial's four programs under each of its causes, at a tenth of its scale: what they take against the origin, beside what
/// they take in virtual time.
/// </summary>
internal static class CausesVerb
{
    private const int Pages = 100;

    // A miss of a tenth is still nearer to its cause than to any other program's time.
    private const double Most = 1.1;

    private static readonly FetchStrategy[] Programs = [Fetch.OneAtATime, Fetch.OneThreadAsync, Fetch.Threads(1), Fetch.Threads(10)];

    public static async Task<IReadOnlyList<Figure>> MeasureAsync() =>
    [
        .. await MeasureAsync("tutorial-link", pages => pages),
        .. await MeasureAsync("tutorial-lock", pages => pages),
        .. await MeasureAsync("tutorial-hosts", pages => [.. pages.OrderBy(page => page.Host)], ", in host order"),
        .. await MeasureAsync("tutorial-hosts", pages => pages, ", interleaved"),
    ];

    private static async Task<IReadOnlyList<Figure>> MeasureAsync(
        string profile, Func<IReadOnlyList<Page>, IReadOnlyList<Page>> list, string order = "")
    {
        await using var site = await OriginSite.StartAsync(new OriginOptions { Profile = profile }, BuiltOrigin.Path);
        var figures = new List<Figure>();
        foreach (var program in Programs)
        {
            var expected = (await RunAsync(new VirtualSite(site.Profile), program, list)).Makespan.TotalSeconds;
            var seen = (await RunAsync(site, program, list)).Makespan.TotalSeconds;
            var name = string.Create(CultureInfo.InvariantCulture, $"{profile}{order}: {program}, {expected:0.000} s expected");
            figures.Add(new(name, seen, "s", Target.AtMost(Most * expected)));
        }

        return figures;
    }

    private static Task<FetchRun> RunAsync(ISite site, FetchStrategy program, Func<IReadOnlyList<Page>, IReadOnlyList<Page>> list) =>
        site.RunAsync(program, list(site.Pages(Pages, new PageSpec())));
}
