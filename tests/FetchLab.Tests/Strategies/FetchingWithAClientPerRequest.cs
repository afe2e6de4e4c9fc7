namespace FetchLab.Tests.Strategies;

public sealed class FetchingWithAClientPerRequest(OriginFixture origin) : FetchStrategyContract(origin)
{
    protected override FetchStrategy Strategy => Fetch.ClientPerRequest;

    protected override int ExpectedWorkers => 1;

    protected override int MostConnections => PageCount;

    [Fact]
    public async Task EveryPage_ComesOnAConnectionOfItsOwn()
    {
        var run = await RunAsync(Site.Pages(PageCount, latencyMs: 5));

        Assert.Equal(new OriginCounts(PageCount, Connections: PageCount, PeakInFlight: 1), run.Origin);
    }

    [Fact]
    public void TheName_SaysSo() => Assert.Equal("a client per request", Strategy.Name);
}
