using FetchLab.Parsing;

namespace FetchLab.Benchmarks;

/// <summary>Waiting and computing: more cores compute faster, and more coroutines on one of them do not.</summary>
internal static class Lesson10
{
    private const int Pages = 40;

    public static IReadOnlyList<RealTimeClaim> Claims { get; } =
    [
        new("10", "parsing on all cores is faster than on one thread, where there are two or more", CoresComputeFasterAsync),
        new("10", "10 coroutines on one thread fetch faster than 1", WaitsOverlapAsync),
    ];

    private static async Task<Claim> CoresComputeFasterAsync(OriginSite site)
    {
        using var http = site.NewClient(Guid.NewGuid().ToString());
        var html = await http.GetStringAsync(site.Pages(1, latencyMs: 0, bytes: 150_000)[0].Url);
        // The first pages are slow while the parser is compiled; any time stands for one page's, as both programs expect the same.
        var parsing = Pipeline.From([.. Enumerable.Repeat(html, Pages)]).Then("parse", Environment.ProcessorCount, ParsedPage.Of, TimeSpan.FromMilliseconds(5));
        await parsing.RunAsync();
        // They differ by the number of cores at most, and others use the cores too: the best of three each, taking turns.
        var (shared, alone) = (new List<PipelineRun>(), new List<PipelineRun>());
        for (var turn = 0; turn < 3; turn++)
        {
            shared.Add(await parsing.RunAsync());
            alone.Add(await parsing.RunAsync(oneThread: true));
        }

        return Claim.Faster(shared.MinBy(run => run.Makespan)!, alone.MinBy(run => run.Makespan)!);
    }

    private static async Task<Claim> WaitsOverlapAsync(OriginSite site)
    {
        using var http = site.NewClient(Guid.NewGuid().ToString());
        Pipeline<int> Fetching(int workers) => Pipeline.From(site.Pages(Pages / 2, latencyMs: 25))
            .Then("fetch", workers, async page => (await http.GetStringAsync(page.Url)).Length, TimeSpan.FromMilliseconds(25));
        return Claim.Faster(await Fetching(10).RunAsync(oneThread: true), await Fetching(1).RunAsync(oneThread: true));
    }
}
