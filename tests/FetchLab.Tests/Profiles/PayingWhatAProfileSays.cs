namespace FetchLab.Tests.Profiles;

/// <summary>What a client pays for in virtual time, page for page.</summary>
public sealed class PayingWhatAProfileSays
{
    private static readonly OriginProfile Plain = OriginProfile.Plain;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <remarks>Two connections of 40 ms, and 10 ms a page.</remarks>
    [Fact]
    public async Task AConnection_IsPaidOnce_AndShowsAsConnect()
    {
        var site = new VirtualSite(Plain with { ConnectMs = 40 });

        var run = await site.RunAsync(Fetch.Threads(2), site.Pages(4, latencyMs: 10), null, Cancelled);

        Assert.Equal([40, 40, null, null], run.Records.Select(record => record.Connect?.TotalMilliseconds));
        Assert.Equal([10, 10, 10, 10], run.Records.Select(record => record.TimeToHeaders.TotalMilliseconds));
        Assert.All(run.Records, record => Assert.Equal(TimeSpan.FromMilliseconds(10), record.Held));
        Assert.Equal((TimeSpan.FromMilliseconds(60), 2), (run.Makespan, run.Origin!.Connections));
    }

    [Fact]
    public async Task AnOption_GoesBeforeTheProfile()
    {
        var site = new VirtualSite(Plain with { ConnectMs = 40 });

        var run = await site.RunAsync(Fetch.ClientPerRequest, site.Pages(2, 10), new() { ConnectDelay = TimeSpan.FromMilliseconds(5) }, Cancelled);
        var free = await site.RunAsync(Fetch.ClientPerRequest, site.Pages(2, 10), new() { ConnectDelay = TimeSpan.Zero }, Cancelled);

        Assert.Equal((30, 20), (run.Makespan.TotalMilliseconds, free.Makespan.TotalMilliseconds));
    }

    [Fact]
    public async Task ARequestThatIsGivenUpWhileItConnects_NeverArrives()
    {
        var site = new VirtualSite(Plain with { ConnectMs = 40 });
        var options = new FetchOptions { RequestTimeout = TimeSpan.FromMilliseconds(30) };

        var run = await site.RunAsync(Fetch.OneAtATime, site.Pages(3), options, Cancelled);

        Assert.All(run.Records, record => Assert.Equal("no complete reply came within 30 ms.", record.Error));
        Assert.All(run.Records, record => Assert.Null(record.Connect));
        Assert.Equal((0, 0), (run.Origin!.Requests, run.Origin.PeakInFlight));
    }

    /// <remarks>All are there at 10 ms; the lock lets one after the other work for 3.</remarks>
    [Fact]
    public async Task Work_IsDoneByOneAtATime_AfterTheLastByte()
    {
        var site = new VirtualSite(Plain with { ClientWork = new(BlockingMs: 5, AsyncMs: 3, PooledMs: 2) });

        var run = await site.RunAsync(Fetch.OneThreadAsync, site.Pages(4, latencyMs: 10), null, Cancelled);

        Assert.All(run.Records, record => Assert.Equal(TimeSpan.FromMilliseconds(10), record.Finished));
        Assert.Equal([3, 6, 9, 12], run.Records.Select(record => record.Work!.Value.TotalMilliseconds));
        Assert.Equal(TimeSpan.FromMilliseconds(22), run.Makespan);
    }

    [Fact]
    public async Task ABlockingClient_WorksLonger_AndAThreadOfAPoolLongest()
    {
        var site = new VirtualSite(Plain with { ClientWork = new(BlockingMs: 5, AsyncMs: 3, PooledMs: 2) });
        (FetchStrategy, double)[] expected =
        [
            (Fetch.OneAtATime, 5), (Fetch.ClientPerRequest, 5), (Fetch.Threads(1), 7), (Fetch.Threads(1).With(Policy.Retry(1)), 7),
            (Fetch.ParallelForEach(1), 7), (Fetch.Async(1), 3), (Fetch.OneThreadAsync, 3),
        ];

        foreach (var (strategy, milliseconds) in expected)
        {
            var run = await site.RunAsync(strategy, site.Pages(1), null, Cancelled);

            Assert.Equal((strategy.Name, (double?)milliseconds), (strategy.Name, run.Records[0].Work?.TotalMilliseconds));
        }
    }

    [Fact]
    public async Task APageThatFailed_IsNotWorkedOn()
    {
        var site = new VirtualSite(Plain with { ClientWork = new(5, 5, 0) });
        var pages = site.Pages(1);

        var run = await site.RunAsync(Fetch.OneAtATime, [site.Failing(pages[0], PageFailure.Status500)], null, Cancelled);

        Assert.Null(run.Records[0].Work);
    }

    /// <remarks>Cancelled at the first page's report, at 13 ms: the others still wait for the lock.</remarks>
    [Fact]
    public async Task ARunThatIsCancelled_WaitsForTheLockNoMore()
    {
        var site = new VirtualSite(Plain with { ClientWork = new(3, 3, 0) });
        using var stop = new CancellationTokenSource();
        var options = new FetchOptions { Progress = new Virtual.CancellingProgress(stop, after: 1) };

        var run = await site.RunAsync(Fetch.Threads(4), site.Pages(4, latencyMs: 10), options, stop.Token);

        Assert.Equal((3, TimeSpan.FromMilliseconds(13)), (run.Failed, run.Makespan));
    }

    /// <remarks>The link takes 2 ms for 2000 bytes, and is asked for in the order of the pages.</remarks>
    [Fact]
    public async Task TheLink_IsTheBodysTime()
    {
        var site = new VirtualSite(Plain with { LinkBytesPerSecond = 1e6 });

        var run = await site.RunAsync(Fetch.Threads(3), site.Pages(3, latencyMs: 10), null, Cancelled);

        Assert.All(run.Records, record => Assert.Equal((10, 10), (record.Headers.TotalMilliseconds, record.Held!.Value.TotalMilliseconds)));
        Assert.Equal([2, 4, 6], run.Records.Select(record => record.Body.TotalMilliseconds));
        Assert.Equal((3, 3), (run.PeakInFlight, run.Origin!.PeakInFlight));
    }

    /// <remarks>Two wait at the link when the run ends at 13 ms, and leave the origin as they leave the client.</remarks>
    [Fact]
    public async Task ABodyOnTheLink_CanBeGivenUp()
    {
        foreach (var strategy in new[] { Fetch.Threads(3), Fetch.OneThreadAsync })
        {
            var site = new VirtualSite(Plain with { LinkBytesPerSecond = 1e6 });
            var options = new FetchOptions { Deadline = TimeSpan.FromMilliseconds(13) };

            var run = await site.RunAsync(strategy, site.Pages(3, latencyMs: 10), options, Cancelled);

            Assert.Equal([null, InFlight, InFlight], run.Records.Select(record => record.Error));
            Assert.Equal(TimeSpan.FromMilliseconds(13), run.Makespan);
        }
    }

    [Fact]
    public async Task AHandOver_GrowsWithTheOthersInFlight_OnlyForThreads()
    {
        var site = new VirtualSite(Plain with { Threads = new(SetupMs: 1, HandoverMs: 2) });

        var threads = await site.RunAsync(Fetch.Threads(3), site.Pages(3, latencyMs: 10), null, Cancelled);
        var coroutines = await site.RunAsync(Fetch.OneThreadAsync, site.Pages(3, latencyMs: 10), null, Cancelled);

        // All three come to the link at 11 ms, with two others there.
        Assert.Equal([15, 19, 23], threads.Records.Select(record => record.Finished.TotalMilliseconds));
        Assert.Equal(TimeSpan.FromMilliseconds(11), threads.Predicted.Makespan);
        Assert.Equal(TimeSpan.FromMilliseconds(10), coroutines.Makespan);
    }

    [Fact]
    public async Task AHostsSlots_AreItsOwn()
    {
        var host = Plain.Hosts["apple"] with { LatencyMs = "0", ServiceMs = "10" };
        var site = new VirtualSite(Plain with { Hosts = new Dictionary<string, OriginHost> { ["apple"] = host with { Slots = 1 }, ["github"] = host } });

        var run = await site.RunAsync(Fetch.Threads(4), site.Pages(4, new PageSpec()), null, Cancelled);

        Assert.Equal([10, 10, 20, 10], run.Records.Select(record => record.Finished.TotalMilliseconds));
    }

    [Fact]
    public async Task AProfile_Scales()
    {
        var city = (await ProfileOf.Named("city")).Scaled(10);

        Assert.Equal((1.25e6, 400, 16), (city.LinkBytesPerSecond, city.ConnectMs, city.Slots));
        Assert.Equal(("lognormal(200,0.2)", "lognormal(100,0.5)"), (city.Hosts["apple"].LatencyMs, city.Hosts["github"].ServiceMs));
    }

    private const string InFlight = "the run was cancelled while this page was in flight.";
}
