namespace FetchLab.Tests.Virtual;

/// <summary>Virtual time itself: exact, the same each time, and not for nothing.</summary>
public sealed class PassingVirtualTime(OriginFixture origin)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<FetchStrategy> Exact => EveryStrategy.Exact;

    [Fact]
    public async Task AHundredPagesOnTenThreads_AreTenRounds()
    {
        var run = await RunAsync(new VirtualSite(), Fetch.Threads(10), site => site.Pages(100, latencyMs: 50));

        Assert.Equal(TimeSpan.FromMilliseconds(500), run.Makespan);
    }

    [Fact]
    public async Task AThousandRepeatsUnderLoad_AreTheSame()
    {
        var site = new VirtualSite(slots: 3);
        var random = new Random(5);
        var pages = site.Pages([.. Enumerable.Range(0, 40).Select(_ => 10.0 * random.Next(0, 3))], serviceMs: 7);
        var seen = new HashSet<string>();

        // Of latencies that are often equal, so that pages come to the queue at the same instant: who came first is then decided
        // by their order, and not by the machine. Sixteen runs at a time on every core there is: each is the load of the others.
        foreach (var strategy in new[] { Fetch.Threads(10), Fetch.Async(10) })
        {
            var runs = Enumerable.Range(0, 1000).Chunk(16).ToArray();
            foreach (var chunk in runs)
            {
                var some = await Task.WhenAll(chunk.Select(_ => site.RunAsync(strategy, pages, null, Cancelled)));
                seen.UnionWith(some.Select(Instants));
            }
        }

        // Ten in flight are ten in flight, on threads or not.
        Assert.Single(seen);
    }

    [Theory]
    [MemberData(nameof(Exact), DisableDiscoveryEnumeration = true)]
    public async Task EveryStrategy_RepeatsItselfToTheTick(FetchStrategy strategy)
    {
        var site = new VirtualSite(slots: 2);
        var random = new Random(6);
        var pages = site.Pages([.. Enumerable.Range(0, 25).Select(_ => (double)random.Next(0, 30))], serviceMs: 3.3);

        var runs = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => site.RunAsync(strategy, pages, null, Cancelled)));

        Assert.Single(runs.Select(Instants).Distinct());
    }

    /// <remarks>T = N·max((ℓ+s)/C, s/K) where the numbers divide.</remarks>
    [Theory]
    [InlineData(4, 0, 10, 4, 50)]
    [InlineData(8, 0, 10, 4, 50)]
    [InlineData(20, 0, 10, 4, 50)]
    [InlineData(2, 0, 10, 4, 100)]
    [InlineData(1, 15, 10, 1, 500)]
    [InlineData(20, 40, 10, 2, 140)]
    [InlineData(20, 40, 0, 1, 40)]
    public async Task Slots_HoldPagesUp(int concurrency, double latencyMs, double serviceMs, int slots, double expectedMs)
    {
        foreach (var strategy in new[] { Fetch.Threads(concurrency), Fetch.Async(concurrency), Fetch.Channel(concurrency, 3) })
        {
            var site = new VirtualSite(slots);
            var run = await site.RunAsync(strategy, site.Pages(20, latencyMs, 0, serviceMs), null, Cancelled);

            Assert.Equal(TimeSpan.FromMilliseconds(expectedMs), run.Makespan);
        }
    }

    /// <remarks>Two slots of 10 ms, four pages at once: they leave at 10, 10, 20, 20, in order.</remarks>
    [Fact]
    public async Task TheQueue_IsServedInTheOrderOfThePages()
    {
        var site = new VirtualSite(slots: 2);

        var run = await site.RunAsync(Fetch.Threads(4), site.Pages(4, 0, 0, serviceMs: 10), null, Cancelled);

        Assert.Equal([10, 10, 20, 20], run.Records.Select(record => record.Held!.Value.TotalMilliseconds));
    }

    /// <remarks>No double is 2.3, and 1000 of them in a row would be off by as many ticks.</remarks>
    [Fact]
    public async Task FractionsOfAMillisecond_AreWholeTicks()
    {
        var run = await RunAsync(new VirtualSite(), Fetch.OneAtATime, site => site.Pages(1000, latencyMs: 2.3));

        Assert.Equal(new TimeSpan(1000 * 23_000L), run.Makespan);
        Assert.All(run.Records, record => Assert.Equal(new TimeSpan(23_000), record.Held));
    }

    /// <remarks>The first page is given up at 60 ms. At 100 it would have come to the one slot, just before the second.</remarks>
    [Fact]
    public async Task ARequestThatWasGivenUp_TakesNoSlot()
    {
        var site = new VirtualSite(slots: 1);
        var options = new FetchOptions { RequestTimeout = TimeSpan.FromMilliseconds(60) };

        var run = await site.RunAsync(Fetch.OneAtATime, site.Pages([100, 40], serviceMs: 10), options, Cancelled);

        Assert.Equal("no complete reply came within 60 ms.", run.Records[0].Error);
        Assert.Equal(TimeSpan.FromMilliseconds(50), run.Records[1].Held);
        Assert.Equal(TimeSpan.FromMilliseconds(110), run.Makespan);
    }

    [Fact]
    public async Task BlockingOnThePool_IsNotExact_AndStaysWithinBounds()
    {
        var site = new VirtualSite();
        var strategy = Fetch.ParallelForEach(4);

        var run = await site.RunAsync(strategy, site.Pages(20), null, Cancelled);

        Assert.False(strategy.IsExactInVirtualTime);
        Assert.Equal(20, run.Origin!.Requests);
        Assert.InRange(run.Origin.PeakInFlight, 1, 4);
        Assert.InRange(run.Makespan, run.Predicted.Makespan, Fetch.OneAtATime.Predict(site.Pages(20)).Makespan);
    }

    [Fact]
    public async Task AStrategyThatPauses_SleepsOnTheRunsClock()
    {
        var run = await RunAsync(new VirtualSite(), new PausingStrategy(), site => site.Pages(10, latencyMs: 50));

        Assert.Equal(TimeSpan.FromMilliseconds((10 * 50) + (9 * 20)), run.Makespan);
    }

    [Fact]
    public async Task AStrategyThatPromisesMoreThanItKeeps_FailsInsteadOfHanging()
    {
        var run = await RunAsync(new VirtualSite(), new BoastingStrategy(), site => site.Pages(3));

        Assert.All(run.Records, record => Assert.Equal(
            "the virtual clock stands still: 1 wait for it, and 'boasting' says that more can run.",
            record.Error));
        Assert.Equal(3, run.Records.Count);
    }

    [Fact]
    public async Task OneSwitch_RunsALessonEitherWay()
    {
        foreach (var site in new ISite[] { origin.Site, new VirtualSite() })
        {
            var run = await RunAsync(site, Fetch.Threads(2), site => site.Pages(4, latencyMs: 5));

            Assert.Equal((4, 4), (run.Records.Count, run.Origin!.Requests));
        }
    }

    private static async Task<FetchRun> RunAsync<TSite>(TSite site, FetchStrategy strategy, Func<TSite, IReadOnlyList<Page>> pages)
        where TSite : ISite =>
        await site.RunAsync(strategy, pages(site), null, Cancelled);

    /// <summary>When each page was taken in hand, started and done; not who fetched it.</summary>
    private static string Instants(FetchRun run) =>
        string.Join(' ', run.Records.Select(record => $"{record.Started.Ticks}-{record.Finished.Ticks}"));
}
