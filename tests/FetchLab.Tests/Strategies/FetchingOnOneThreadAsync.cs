namespace FetchLab.Tests.Strategies;

public sealed class FetchingOnOneThreadAsync(OriginFixture origin) : FetchStrategyContract(origin)
{
    protected override FetchStrategy Strategy => Fetch.OneThreadAsync;

    protected override int ExpectedWorkers => PageCount;

    [Fact]
    public async Task OneThread_StartsAndEndsEveryFetch()
    {
        var run = await RunAsync(Site.Pages(30, latencyMs: 5));

        Assert.Single(run.Records.SelectMany(record => new[] { record.ThreadIdAtStart, record.ThreadIdAtEnd }).Distinct());
    }

    /// <remarks>
    /// Fewer than 30 at once would need the thread to take longer than the latency to start 30 requests, and it needs some
    /// milliseconds: the margin is a hundred times and more, and the warm-up before it has seen to compilation.
    /// </remarks>
    [Fact]
    public async Task EveryPage_IsInFlightAtOnce()
    {
        var run = await RunAsync(Site.Pages(30, latencyMs: 1500));

        Assert.Equal(new OriginCounts(30, Connections: 30, PeakInFlight: 30), run.Origin);
        Assert.Equal(30, run.PeakInFlight);
    }

    [Fact]
    public async Task EachPageIsACoroutineOfItsOwn_StartedInTurn()
    {
        var run = await RunAsync(Site.Pages(30, latencyMs: 0));

        Assert.Equal(run.Records.OrderBy(record => record.Started).Select(record => record.Index), Enumerable.Range(0, 30));
        Assert.Equal(Enumerable.Range(0, 30), run.Records.Select(record => record.Worker));
    }

    [Fact]
    public void TheName_SaysSo() => Assert.Equal("one thread, async", Strategy.Name);
}
