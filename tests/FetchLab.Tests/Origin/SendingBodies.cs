namespace FetchLab.Tests.Origin;

/// <summary>However a body leaves, its bytes are the same; and it is never through before its time.</summary>
public sealed class SendingBodies(OriginFixture origin)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(95)]
    [InlineData(2_000)]
    [InlineData(16_384)]
    [InlineData(100_000)]
    public async Task ASlowBody_AndOneOverALink_HaveTheBytesOfAQuickOne(int bytes)
    {
        var options = new OriginOptions { LinkBytesPerSecond = 10e6 };
        await using var site = await OriginSite.StartAsync(options, OriginFixture.OriginPath, Cancelled);
        using var plain = new RawClient(origin.Site);
        using var linked = new RawClient(site);

        var quick = await plain.AskAsync($"/apple/3?latencyMs=0&bytes={bytes}");
        var slow = await plain.AskAsync($"/apple/3?latencyMs=0&bytes={bytes}&bodyMs=20");
        var shared = await linked.AskAsync($"/apple/3?latencyMs=0&bytes={bytes}&bodyMs=3&handoverMs=1");

        Assert.Equal(bytes, quick.Body.Length);
        Assert.Equal(quick.Body, slow.Body);
        Assert.Equal(quick.Body, shared.Body);
    }

    [Fact]
    public async Task ASlowBody_IsNeverThroughBeforeItsTime()
    {
        var log = await RunAsync(origin.Site, count: 5, "bodyMs=30");

        Assert.All(log, line => Assert.True(line.Left - line.Arrival - line.Held >= 30, line.ToString()));
    }

    [Fact]
    public async Task ALink_CarriesOneBodyAfterTheOther()
    {
        var options = new OriginOptions { LinkBytesPerSecond = 200_000 };
        await using var site = await OriginSite.StartAsync(options, OriginFixture.OriginPath, Cancelled);

        var log = await RunAsync(site, count: 8, "gate=8");

        // 2000 bytes take 10 ms, and all eight were in before the first left.
        var span = log.Max(line => line.Left) - log.Min(line => line.Arrival);
        Assert.True(span >= 80, $"8 bodies of 10 ms took {span} ms");
    }

    [Fact]
    public async Task AHandOver_CostsMoreTheMoreAreInFlight()
    {
        var alone = await RunAsync(origin.Site, count: 1, "handoverMs=15");
        var four = await RunAsync(origin.Site, count: 4, "handoverMs=15&gate=4");

        // The first of the four hands over to three others, and the rest wait behind it.
        Assert.True(four.Min(line => line.Left) - four.Min(line => line.Arrival) >= 45);
        Assert.Equal(200, Assert.Single(alone).Status);
    }

    private static async Task<IReadOnlyList<OriginLogLine>> RunAsync(OriginSite site, int count, string query)
    {
        var run = Guid.NewGuid().ToString();
        using var client = new RawClient(site);
        await Task.WhenAll(Enumerable.Range(0, count).Select(index => client.AskAsync($"/apple/{index}?latencyMs=0&{query}", run)));
        return await site.LogAsync(run, Cancelled);
    }
}
