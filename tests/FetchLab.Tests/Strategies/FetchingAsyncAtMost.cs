namespace FetchLab.Tests.Strategies;

public sealed class FetchingAsyncAtMost(OriginFixture origin) : FetchStrategyContract(origin)
{
    protected override FetchStrategy Strategy => Fetch.Async(4);

    protected override int ExpectedWorkers => 4;

    /// <remarks>All coroutines wait before the first page is back, so none waits longer than the run before it.</remarks>
    [Fact]
    public async Task EveryPage_IsQueuedAtTheStart_HoweverFewMayFetch()
    {
        var run = await RunAsync(Site.Pages(30, latencyMs: 50));

        Assert.True(run.Records.Max(record => record.Queued) < run.Records.Min(record => record.Finished));
        Assert.InRange(run.PeakInFlight, 1, 4);
    }

    [Fact]
    public void TheName_SaysSo() => Assert.Equal("async, at most 4", Strategy.Name);
}
