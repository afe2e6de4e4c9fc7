namespace FetchLab.Tests.Measuring;

/// <summary>Which connection served a request, and what making it cost, beside what the origin saw.</summary>
public sealed class TellingConnectionsApart(OriginFixture origin)
{
    private static readonly FetchOptions Cold = new() { Warm = false };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<FetchStrategy, double> Runs => new()
    {
        { Fetch.OneAtATime, 0 },
        { Fetch.Threads(8), 0 },
        { Fetch.Threads(8), 10 },
        // No latency: a connection comes free while others are still being made, and requests change places.
        { Fetch.OneThreadAsync, 0 },
        { Fetch.OneThreadAsync, 10 },
    };

    [Theory]
    [MemberData(nameof(Runs), DisableDiscoveryEnumeration = true)]
    public async Task EachConnection_CountsOnce_ForTheFirstRequestThatWentOverIt(FetchStrategy strategy, double latencyMs)
    {
        var run = await origin.Site.RunAsync(strategy, origin.Site.Pages(100, latencyMs), Cold, Cancelled);

        Assert.Equal(run.Origin!.Connections, run.Records.Count(record => record.Connect is not null));
        Assert.Equal(run.Origin.Connections, run.Records.DistinctBy(record => record.Connection).Count());
        Assert.All(run.Records, record => Assert.Equal(record.Connect is not null, record.NewConnection));
        Assert.All(
            run.Records.GroupBy(record => record.Connection),
            served => Assert.True(served.MinBy(record => record.Headers)!.NewConnection));
    }

    [Theory]
    [MemberData(nameof(Runs), DisableDiscoveryEnumeration = true)]
    public async Task ARequestsTime_SplitsWithoutARest(FetchStrategy strategy, double latencyMs)
    {
        var run = await origin.Site.RunAsync(strategy, origin.Site.Pages(50, latencyMs), Cold, Cancelled);

        Assert.All(run.Records, record =>
        {
            TimeSpan[] parts = [record.Connect ?? TimeSpan.Zero, record.TimeToHeaders, record.Body];
            Assert.All([record.QueueWait, .. parts], part => Assert.True(part >= TimeSpan.Zero));
            Assert.Equal(record.Duration.Ticks, parts.Sum(part => part.Ticks));
        });
    }

    [Fact]
    public async Task AConnectionFromTheWarmUp_IsNotNew()
    {
        var run = await origin.Site.RunAsync(Fetch.OneAtATime, origin.Site.Pages(5, latencyMs: 0), null, Cancelled);

        Assert.Single(run.Records.Select(record => record.Connection).Distinct());
        Assert.All(run.Records, record => Assert.Equal((null, false), (record.Connect, record.NewConnection)));
    }

    [Fact]
    public async Task AConnectDelay_IsPaidOnce_AndShowsAsConnect()
    {
        var clock = new SkippingClock();
        var options = Cold with { ConnectDelay = TimeSpan.FromMilliseconds(20), TimeProvider = clock };

        var run = await origin.Site.RunAsync(Fetch.OneAtATime, origin.Site.Pages(3, latencyMs: 0), options, Cancelled);

        Assert.Equal([TimeSpan.FromMilliseconds(20)], clock.Waits);
        Assert.Equal([TimeSpan.FromMilliseconds(20), null, null], run.Records.Select(record => record.Connect));
        Assert.Equal(TimeSpan.FromMilliseconds(20), run.Makespan);
    }

    [Fact]
    public async Task AReplyThatNamesNoConnection_IsToldByTheClient()
    {
        await using var server = new ScriptedServer(ScriptedServer.Page);

        var run = await Fetch.OneAtATime.RunAsync(server.Pages(3), Cold, Cancelled);

        Assert.All(run.Records, record => Assert.Null(record.Connection));
        Assert.Equal([true, false, false], run.Records.Select(record => record.NewConnection));
        Assert.Equal([true, false, false], run.Records.Select(record => record.Connect is not null));
    }

    [Fact]
    public async Task AConnectionThatIsNotMade_TookNoTime()
    {
        var run = await Fetch.OneAtATime.RunAsync(Page.From(ClosedPort.Address.AbsoluteUri), Cold, Cancelled);

        var record = Assert.Single(run.Records);
        Assert.Equal((null, null, false), (record.Connect, record.Connection, record.NewConnection));
    }
}
