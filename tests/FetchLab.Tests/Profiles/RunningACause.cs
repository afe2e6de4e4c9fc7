namespace FetchLab.Tests.Profiles;

/// <summary>The causes against the origin itself, in real time: counts and records, and no time.</summary>
public sealed class RunningACause
{
    private static readonly FetchStrategy[] Programs = [Fetch.OneAtATime, Fetch.OneThreadAsync, Fetch.Threads(1), Fetch.Threads(5)];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("tutorial-link")]
    [InlineData("tutorial-lock")]
    [InlineData("tutorial-hosts")]
    public async Task EachProgram_FetchesEachPageOnce_AndPaysItsPart(string profile)
    {
        await using var site = await StartAsync(profile);
        var pages = site.Pages(10, new PageSpec());

        foreach (var program in Programs)
        {
            var run = await site.RunAsync(program, pages, null, Cancelled);

            Assert.Equal((10, 10, 0), (run.Origin!.Requests, run.Records.Count, run.Failed));
            Assert.All(run.Records, record => Assert.Equal(profile == "tutorial-lock", record.Work is not null));
            var setUp = program.IsThreaded && site.Profile.Threads.SetupMs > 0;
            Assert.All(run.Records, record => Assert.Equal(setUp, record.Url.Query.Contains("setupMs=2", StringComparison.Ordinal)));
            Assert.All(run.Records, record => Assert.True(record.Held >= record.ServiceAtOrigin + Latency(site, record, setUp)));
        }
    }

    /// <remarks>So all of it together fits between the first last byte and the last page done with, which no late look makes shorter.</remarks>
    [Fact]
    public async Task Work_NeverOverlaps()
    {
        await using var site = await StartAsync("tutorial-lock");
        var work = new OriginClientWork(BlockingMs: 5, AsyncMs: 4, PooledMs: 1);

        foreach (var (program, milliseconds) in new[] { (Fetch.OneAtATime, 5), (Fetch.Threads(5), 6), (Fetch.OneThreadAsync, 4), (Fetch.Async(5), 4) })
        {
            var run = await site.RunAsync(program, site.Pages(10, latencyMs: 1), new() { ClientWork = work }, Cancelled);

            var span = run.Records.Max(record => record.Done) - run.Records.Min(record => record.Finished);
            Assert.True(span >= 10 * TimeSpan.FromMilliseconds(milliseconds));
            Assert.All(run.Records, record => Assert.True(record.Work >= TimeSpan.FromMilliseconds(milliseconds)));
        }
    }

    [Fact]
    public async Task OnAnotherClock_WorkIsWaitedForThere()
    {
        await using var site = await StartAsync("tutorial-lock");
        var clock = new Measuring.SkippingClock();

        var run = await site.RunAsync(Fetch.OneAtATime, site.Pages(3, 0), new() { TimeProvider = clock, Warm = false }, Cancelled);

        Assert.Equal(Enumerable.Repeat(TimeSpan.FromMilliseconds(20), 3), clock.Waits);
        Assert.All(run.Records, record => Assert.Equal(TimeSpan.FromMilliseconds(20), record.Work));
        Assert.Equal(TimeSpan.FromMilliseconds(60), run.Makespan);
    }

    [Fact]
    public async Task AConnection_CostsWhatTheProfileSays_UnlessAnOptionSaysOtherwise()
    {
        await using var site = await OriginSite.StartAsync(new OriginOptions { ConnectMs = 20 }, OriginFixture.OriginPath, Cancelled);
        var cold = new FetchOptions { Warm = false };

        var run = await site.RunAsync(Fetch.OneAtATime, site.Pages(3, 0), cold with { TimeProvider = new Measuring.SkippingClock() }, Cancelled);
        var clock = new Measuring.SkippingClock();
        await site.RunAsync(Fetch.OneAtATime, site.Pages(3, 0), cold with { TimeProvider = clock, ConnectDelay = TimeSpan.Zero }, Cancelled);

        Assert.Equal([TimeSpan.FromMilliseconds(20), null, null], run.Records.Select(record => record.Connect));
        Assert.Empty(clock.Waits);
    }

    [Fact]
    public async Task AnAddressThatSaysItsSetUp_KeepsIt()
    {
        await using var site = await StartAsync("tutorial-hosts");

        var run = await site.RunAsync(Fetch.Threads(1), site.Pages(2, new PageSpec { SetupMs = 1 }), null, Cancelled);
        var off = await site.RunAsync(Fetch.Threads(1), site.Pages(2, new PageSpec()), new() { ThreadCosts = OriginThreadCosts.None }, Cancelled);

        Assert.Equal(["/apple/0?setupMs=1", "/github/1?setupMs=1"], run.Records.Select(record => record.Url.PathAndQuery));
        Assert.Equal(["/apple/0", "/github/1"], off.Records.Select(record => record.Url.PathAndQuery));
    }

    [Fact]
    public async Task PagesOfAnotherOrigin_HaveNoProfile()
    {
        await using var site = await StartAsync("tutorial-lock");
        await using var other = await OriginSite.StartAsync(OriginFixture.OriginPath, Cancelled);

        var run = await site.RunAsync(Fetch.OneAtATime, other.Pages(1, 0), null, Cancelled);

        Assert.Null(run.Records[0].Work);
    }

    private static Task<OriginSite> StartAsync(string profile) =>
        OriginSite.StartAsync(new OriginOptions { Profile = profile }, OriginFixture.OriginPath, Cancelled);

    private static TimeSpan Latency(OriginSite site, FetchRecord record, bool setUp) => TimeSpan.FromMilliseconds(
        site.Profile.Hosts[record.Index % 2 == 0 ? "apple" : "github"].Latency.MeanMs + (setUp ? site.Profile.Threads.SetupMs : 0) - 0.01);
}
