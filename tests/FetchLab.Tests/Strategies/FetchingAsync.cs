namespace FetchLab.Tests.Strategies;

public sealed class FetchingAsync(OriginFixture origin) : FetchStrategyContract(origin)
{
    protected override FetchStrategy Strategy => Fetch.Async();

    protected override int ExpectedWorkers => PageCount;

    /// <remarks>See <see cref="FetchingOnOneThreadAsync"/> about the margin.</remarks>
    [Fact]
    public async Task EveryPage_IsInFlightAtOnce()
    {
        var run = await RunAsync(Site.Pages(30, latencyMs: 1500));

        Assert.Equal(new OriginCounts(30, Connections: 30, PeakInFlight: 30), run.Origin);
    }

    [Fact]
    public void TheName_SaysSo() => Assert.Equal("async, all at once", Strategy.Name);
}
