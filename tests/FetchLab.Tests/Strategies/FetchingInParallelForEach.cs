namespace FetchLab.Tests.Strategies;

public sealed class FetchingInParallelForEach(OriginFixture origin) : FetchStrategyContract(origin)
{
    protected override FetchStrategy Strategy => Fetch.ParallelForEach(4);

    protected override int ExpectedWorkers => 4;

    [Fact]
    public async Task EachFetch_HoldsOneThread()
    {
        var run = await RunAsync(Site.Pages(PageCount, latencyMs: 5));

        Assert.All(run.Records, record => Assert.Equal(record.ThreadIdAtStart, record.ThreadIdAtEnd));
    }

    /// <remarks>The pool may take longer than the gate waits to give the loop its fourth thread.</remarks>
    [Fact]
    public override async Task AsManyAsMay_AreInFlight_UnderTheOriginsGate()
    {
        var run = await RunAsync(Site.Pages(PageCount, new PageSpec { Gate = 4 }));

        Assert.Equal(PageCount, run.Origin!.Requests);
        Assert.InRange(run.Origin.PeakInFlight, 1, 4);
    }

    [Fact]
    public void TheName_SaysSo() => Assert.Equal("Parallel.ForEach, 4", Strategy.Name);
}
