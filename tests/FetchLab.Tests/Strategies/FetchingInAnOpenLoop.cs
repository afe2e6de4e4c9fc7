namespace FetchLab.Tests.Strategies;

public sealed class FetchingInAnOpenLoop(OriginFixture origin) : FetchStrategyContract(origin)
{
    protected override FetchStrategy Strategy => Fetch.OpenLoop(1000);

    protected override int ExpectedWorkers => PageCount;

    [Fact]
    public async Task EveryRequest_HasItsInstant_AndStartsNoEarlier()
    {
        var run = await RunAsync(Site.Pages(PageCount, latencyMs: 0));

        Assert.Equal(
            Enumerable.Range(0, PageCount).Select(place => (TimeSpan?)TimeSpan.FromMilliseconds(place)),
            run.Records.Select(record => record.Intended));
        Assert.All(run.Records, record => Assert.True(record.Started >= record.Intended));
    }

    [Fact]
    public async Task ASlowReply_HoldsNoRequestBack()
    {
        var pages = Site.Pages(PageCount, latencyMs: 0).ToArray();
        pages[0] = Site.Pages(1, latencyMs: 1500)[0];

        var run = await RunAsync(pages);

        Assert.All(run.Records.Skip(1), record => Assert.True(record.Started < run.Records[0].Finished));
    }

    [Fact]
    public async Task AClosedLoop_IntendsNothing()
    {
        var run = await Site.RunAsync(Fetch.Async(2), Site.Pages(3, latencyMs: 0), cancellationToken: Cancelled);

        Assert.All(run.Records, record => Assert.Null(record.Intended));
    }

    [Fact]
    public void TheName_SaysSo() => Assert.Equal("open loop, 1000/s", Strategy.Name);
}
