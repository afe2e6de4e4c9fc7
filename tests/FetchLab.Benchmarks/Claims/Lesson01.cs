namespace FetchLab.Benchmarks;

/// <summary>One at a time: the waits add up, and with a client a request the connections too.</summary>
internal static class Lesson01
{
    private static readonly FetchOptions _costly = new() { ConnectDelay = TimeSpan.FromMilliseconds(25) };

    public static IReadOnlyList<RealTimeClaim> Claims { get; } =
    [
        new("01", "one at a time takes the sum of the times held, and no more than 1.5 times that", TakesTheSumAsync),
        new("01", "a client per request pays a connection of 25 ms for each page", PaysEachConnectionAsync),
    ];

    private static async Task<Claim> TakesTheSumAsync(OriginSite site)
    {
        var run = await RealTimeClaim.RunAsync(site, Fetch.OneAtATime);
        var sum = run.PredictedFromHeld!.Makespan;
        var sentence = $"{run.Makespan.ToText()} for a sum of {sum.ToText()}";
        return Claim.That(run.Makespan >= sum && run.Makespan <= 1.5 * sum, sentence, sentence);
    }

    private static async Task<Claim> PaysEachConnectionAsync(OriginSite site)
    {
        var pages = site.Pages(10, latencyMs: 25);
        var run = await site.RunAsync(Fetch.ClientPerRequest, pages, _costly);
        var least = run.PredictedFromHeld!.Makespan + pages.Count * _costly.ConnectDelay!.Value;
        var sentence = $"{run.Makespan.ToText()} on {run.Origin!.Connections} connections, for a bill of {least.ToText()}";
        return Claim.That(run.Makespan >= least && run.Origin.Connections == pages.Count, sentence, sentence);
    }
}
