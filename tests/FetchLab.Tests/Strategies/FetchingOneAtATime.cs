namespace FetchLab.Tests.Strategies;

public sealed class FetchingOneAtATime(OriginFixture origin) : FetchStrategyContract(origin)
{
    protected override FetchStrategy Strategy => Fetch.OneAtATime;

    protected override int ExpectedWorkers => 1;

    [Fact]
    public async Task OneThread_DoesItAll()
    {
        var run = await RunAsync(Site.Pages(PageCount, latencyMs: 5));

        Assert.Single(run.Records.SelectMany(record => new[] { record.ThreadIdAtStart, record.ThreadIdAtEnd }).Distinct());
    }

    [Fact]
    public async Task OnePage_IsInFlight_OnOneConnection()
    {
        var run = await RunAsync(Site.Pages(PageCount, latencyMs: 5));

        Assert.Equal(new OriginCounts(PageCount, Connections: 1, PeakInFlight: 1), run.Origin);
        Assert.Equal(1, run.PeakInFlight);
    }

    [Fact]
    public async Task EachPage_StartsAfterTheOneBefore()
    {
        var run = await RunAsync(Site.Pages(PageCount, latencyMs: 5));

        Assert.All(run.Records.Zip(run.Records.Skip(1)), pair => Assert.True(pair.First.Finished <= pair.Second.Started));
    }

    [Fact]
    public void TheName_SaysSo() => Assert.Equal("one at a time", Strategy.Name);
}
