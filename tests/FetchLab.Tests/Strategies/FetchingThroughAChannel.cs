namespace FetchLab.Tests.Strategies;

public sealed class FetchingThroughAChannel(OriginFixture origin) : FetchStrategyContract(origin)
{
    protected override FetchStrategy Strategy => Fetch.Channel(4, capacity: 2);

    protected override int ExpectedWorkers => 4;

    /// <remarks>A page is queued once there is room for it: after the pages that lie there, and those in flight, are gone.</remarks>
    [Fact]
    public async Task NoMorePagesThanTheChannelHolds_AreQueued()
    {
        var run = await RunAsync(Site.Pages(30, latencyMs: 20));

        foreach (var record in run.Records)
        {
            var waiting = run.Records.Count(other => other.Queued < record.Queued && record.Queued < other.Started);
            // Two in the channel, and what a consumer has taken out of it and not yet started.
            Assert.InRange(waiting, 0, 2 + 4);
        }
    }

    [Fact]
    public void TheName_CountsTheConsumers()
    {
        Assert.Equal("channel, 4 consumers", Strategy.Name);
        Assert.Equal("channel, 1 consumer", Fetch.Channel(1, capacity: 1).Name);
    }
}
