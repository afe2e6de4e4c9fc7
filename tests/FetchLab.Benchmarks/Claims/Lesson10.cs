using System.Globalization;
using FetchLab.Parsing;

namespace FetchLab.Benchmarks;

/// <summary>Waiting and computing: more cores compute faster, and more coroutines on one of them do not.</summary>
internal static class Lesson10
{
    private const int Pages = 20;
    private const int Turns = 4;

    public static IReadOnlyList<RealTimeClaim> Claims { get; } =
    [
        new("10", "parsing on all cores is faster than on one thread, where there are two or more", CoresComputeFasterAsync),
        new("10", "10 coroutines on one thread fetch faster than 1", WaitsOverlapAsync),
    ];

    private static async Task<Claim> CoresComputeFasterAsync(OriginSite site)
    {
        using var http = site.NewClient(Guid.NewGuid().ToString());
        var html = await http.GetStringAsync(site.Pages(1, latencyMs: 0, bytes: 150_000)[0].Url);
        // Any time stands for one page's: what is predicted is the ratio.
        var (expected, pages) = (TimeSpan.FromMilliseconds(5), Enumerable.Repeat(html, Pages).ToList());
        var parsing = Pipeline.From(pages).Then("parse", Environment.ProcessorCount, ParsedPage.Of, expected);
        var adding = Pipeline.From(pages).Then("add", Environment.ProcessorCount, Add, expected);
        // The parser is compiled by the first pages.
        await parsing.RunAsync();

        // The two differ by the number of cores at most, and others use the cores too: the best of some turns each.
        List<PipelineRun> shared = [], alone = [], addingShared = [], addingAlone = [];
        for (var turn = 0; turn < Turns; turn++)
        {
            shared.Add(await parsing.RunAsync());
            addingShared.Add(await adding.RunAsync());
            alone.Add(await parsing.RunAsync(oneThread: true));
            addingAlone.Add(await adding.RunAsync(oneThread: true));
        }

        // The control: where not even additions gain, the machine has no second core to give just now.
        var gain = Best(addingAlone).Makespan / Best(addingShared).Makespan;
        return gain < 1.5
            ? Claim.That(true, $"additions alone were {gain.ToString("0.0", CultureInfo.InvariantCulture)} times as fast on all cores, so others have them, and nothing is claimed", "")
            : Claim.Faster(Best(shared), Best(alone));

        static PipelineRun Best(IEnumerable<PipelineRun> runs) => runs.MinBy(run => run.Makespan)!;
    }

    /// <summary>Computing that needs a core and no memory, for about 2 ms.</summary>
    private static uint Add(string page)
    {
        var sum = (uint)page.Length;
        for (var i = 0; i < 2_000_000; i++)
            sum = sum * 1_664_525 + 1_013_904_223;
        return sum;
    }

    private static async Task<Claim> WaitsOverlapAsync(OriginSite site)
    {
        using var http = site.NewClient(Guid.NewGuid().ToString());
        Pipeline<int> Fetching(int workers) => Pipeline.From(site.Pages(Pages, latencyMs: 25))
            .Then("fetch", workers, async page => (await http.GetStringAsync(page.Url)).Length, TimeSpan.FromMilliseconds(25));
        return Claim.Faster(await Fetching(10).RunAsync(oneThread: true), await Fetching(1).RunAsync(oneThread: true));
    }
}
