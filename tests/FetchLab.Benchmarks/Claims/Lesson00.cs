namespace FetchLab.Benchmarks;

/// <summary>Start here: a reply is never early, and a fetch is its wait and a little more.</summary>
internal static class Lesson00
{
    public static IReadOnlyList<RealTimeClaim> Claims { get; } =
        [new("00", "no page is held for less than was asked, and none arrives before", NothingIsEarlyAsync)];

    private static async Task<Claim> NothingIsEarlyAsync(OriginSite site)
    {
        var run = await RealTimeClaim.RunAsync(site, Fetch.Threads(4));
        var early = run.Records.FirstOrDefault(record => record.Held < TimeSpan.FromMilliseconds(25) || record.Duration < record.Held);
        return Claim.That(early is null, "never early", $"page {early?.Index} was held {early?.Held?.ToText()} and took {early?.Duration.ToText()}");
    }
}
