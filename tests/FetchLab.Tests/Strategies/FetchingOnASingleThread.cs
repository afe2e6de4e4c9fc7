namespace FetchLab.Tests.Strategies;

/// <summary>One worker of a pool is one page at a time.</summary>
public sealed class FetchingOnASingleThread(OriginFixture origin) : FetchStrategyContract(origin)
{
    protected override FetchStrategy Strategy => Fetch.Threads(1);

    protected override int ExpectedWorkers => 1;

    [Fact]
    public async Task OneThread_HasOnePageInFlight_OnOneConnection()
    {
        var run = await RunAsync(Site.Pages(PageCount, latencyMs: 5));

        Assert.Single(run.Records.Select(record => record.ThreadIdAtStart).Distinct());
        Assert.Equal(new OriginCounts(PageCount, Connections: 1, PeakInFlight: 1), run.Origin);
    }
}
