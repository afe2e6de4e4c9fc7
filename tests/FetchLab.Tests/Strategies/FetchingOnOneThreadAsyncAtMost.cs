namespace FetchLab.Tests.Strategies;

public sealed class FetchingOnOneThreadAsyncAtMost(OriginFixture origin) : FetchStrategyContract(origin)
{
    protected override FetchStrategy Strategy => Fetch.OneThreadAsyncAtMost(4);

    protected override int ExpectedWorkers => 4;

    [Fact]
    public async Task OneThread_StartsAndEndsEveryFetch()
    {
        var run = await RunAsync(Site.Pages(30, latencyMs: 5));

        Assert.Single(run.Records.SelectMany(record => new[] { record.ThreadIdAtStart, record.ThreadIdAtEnd }).Distinct());
    }

    [Fact]
    public void TheName_SaysSo() => Assert.Equal("one thread, async, at most 4", Strategy.Name);
}
