namespace FetchLab.Tests.Strategies;

public sealed class FetchingOnThreads(OriginFixture origin) : FetchStrategyContract(origin)
{
    protected override FetchStrategy Strategy => Fetch.Threads(4);

    protected override int ExpectedWorkers => 4;

    [Fact]
    public async Task EachWorker_IsOneThread()
    {
        var run = await RunAsync(Site.Pages(40, latencyMs: 5));

        Assert.All(run.Records, record => Assert.Equal(record.ThreadIdAtStart, record.ThreadIdAtEnd));
        var threadsOfWorkers = run.Records.Select(record => (record.Worker, record.ThreadIdAtStart)).Distinct().ToArray();
        Assert.Distinct(threadsOfWorkers.Select(pair => pair.Worker));
        Assert.Distinct(threadsOfWorkers.Select(pair => pair.ThreadIdAtStart));
        Assert.InRange(threadsOfWorkers.Length, 1, 4);
    }

    [Fact]
    public async Task NoMorePagesThanThreads_AreInFlight()
    {
        var run = await RunAsync(Site.Pages(40, latencyMs: 20));

        Assert.InRange(run.Origin!.PeakInFlight, 1, 4);
        Assert.InRange(run.Origin.Connections, 1, 4);
    }

    /// <remarks>
    /// A worker takes its second page only after its first; until then the others have had 1.5 s to take theirs.
    /// </remarks>
    [Fact]
    public async Task AsManyPagesAsThreads_AreInFlightAtOnce()
    {
        var run = await RunAsync(Site.Pages(4, latencyMs: 1500));

        Assert.Equal(new OriginCounts(4, Connections: 4, PeakInFlight: 4), run.Origin);
        Assert.Equal([0, 1, 2, 3], run.Records.Select(record => record.Worker).Order());
    }

    [Fact]
    public async Task MoreThreadsThanPages_FetchEachPageOnce()
    {
        var run = await Site.RunAsync(Fetch.Threads(20), Site.Pages(3, latencyMs: 5), cancellationToken: Cancelled);

        Assert.Equal((20, 3), (run.Workers, run.Origin!.Requests));
    }

    [Theory]
    [InlineData(10, "10 threads")]
    [InlineData(1, "1 thread")]
    public void TheName_CountsTheThreads(int workers, string name) => Assert.Equal(name, Fetch.Threads(workers).Name);
}
