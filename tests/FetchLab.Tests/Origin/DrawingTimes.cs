namespace FetchLab.Tests.Origin;

/// <summary>The times that an origin draws, by its own log. What a reply really took is no matter here.</summary>
public sealed class DrawingTimes(OriginFixture origin)
{
    private const string Query = "latencyMs=uniform(1,3)&serviceMs=lognormal(2,0.5)&bytes=0";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TheTimesOfAPage_DoNotDependOnTheOrder_NorOnTheOrigin()
    {
        await using var other = await OriginSite.StartAsync(OriginFixture.OriginPath, Cancelled);

        var forward = await DrawAsync(origin.Site, [0, 1, 2, 3, 4]);
        var backward = await DrawAsync(other, [4, 3, 2, 1, 0]);

        Assert.Equal(forward, backward);
        Assert.Equal(
            [(1.387482, 3.016028), (1.808351, 1.8536), (1.105372, 1.43689), (2.236047, 2.718627), (2.084226, 1.976177)],
            forward.Select(times => (Math.Round(times.Latency, 6), Math.Round(times.Service, 6))));
    }

    [Fact]
    public async Task AUniformTime_LiesInItsRange_AndALogNormalOneAroundItsMedian()
    {
        var drawn = await DrawAsync(origin.Site, [.. Enumerable.Range(0, 200)]);

        Assert.All(drawn, times => Assert.InRange(times.Latency, 1, 3));
        Assert.Equal(104, drawn.Count(times => times.Latency < 2));
        Assert.Equal(111, drawn.Count(times => times.Service < 2));
        Assert.Equal(200, drawn.Distinct().Count());
    }

    [Fact]
    public async Task SetUp_IsLatencyBesides()
    {
        using var client = new RawClient(origin.Site);
        var run = Guid.NewGuid().ToString();

        await client.AskAsync("/apple/0?latencyMs=1.5&setupMs=0.25", run);

        Assert.Equal(1.75, Assert.Single(await origin.Site.LogAsync(run, Cancelled)).AskedLatency);
    }

    [Fact]
    public async Task NoReply_IsHeldForLessThanItsTimes()
    {
        var run = Guid.NewGuid().ToString();
        await DrawAsync(origin.Site, [.. Enumerable.Range(0, 50)], run);

        Assert.All(await origin.Site.LogAsync(run, Cancelled), line =>
        {
            Assert.True(line.Service >= line.AskedService, line.ToString());
            Assert.True(line.Held >= line.AskedLatency + line.AskedService, line.ToString());
            Assert.Equal(0, line.Queue);
        });
    }

    private static async Task<(double Latency, double Service)[]> DrawAsync(OriginSite site, int[] order, string? run = null)
    {
        run ??= Guid.NewGuid().ToString();
        using var client = new RawClient(site);
        foreach (var index in order)
            Assert.Equal(200, (await client.AskAsync($"/apple/{index}?{Query}", run)).Status);
        return [.. (await site.LogAsync(run, Cancelled)).OrderBy(line => line.Index).Select(line => (line.AskedLatency, line.AskedService))];
    }
}
