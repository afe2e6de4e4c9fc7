using FetchLab.Tests.Strategies;

namespace FetchLab.Tests.Virtual;

/// <summary>What every strategy promises, in virtual time: where counts are counts, and an instant is an instant.</summary>
public sealed class KeepingTheContract
{
    private const int PageCount = 20;
    private const string InFlight = "the run was cancelled while this page was in flight.";

    private readonly VirtualSite _site = new();

    public static TheoryData<FetchStrategy, int> Closed => EveryStrategy.Closed;

    public static TheoryData<FetchStrategy> Exact => EveryStrategy.Exact;

    public static TheoryData<FetchStrategy> All => EveryStrategy.All;

    [Theory]
    [MemberData(nameof(All), DisableDiscoveryEnumeration = true)]
    public async Task EveryPage_IsFetchedOnce_AndRecordedInOrder(FetchStrategy strategy)
    {
        var pages = _site.Pages(PageCount, latencyMs: 50, bytes: 3000);

        var run = await RunAsync(strategy, pages);

        Assert.Equal(pages.Select(page => page.Url), run.Records.Select(record => record.Url));
        Assert.All(run.Records, record => Assert.Equal((200, 3000L, null), (record.Status, record.Bytes, record.Error)));
        Assert.All(run.Records, record => Assert.Equal(TimeSpan.FromMilliseconds(50), record.Held));
        Assert.All(run.Records, record => Assert.InRange(record.Worker, 0, strategy.WorkersFor(PageCount) - 1));
        Assert.Equal((PageCount, 0, false), (run.Origin!.Requests, run.Failed, run.Cancelled));
    }

    [Theory]
    [MemberData(nameof(Closed), DisableDiscoveryEnumeration = true)]
    public async Task AsManyAsMay_AreInFlight_AndNoMore(FetchStrategy strategy, int most)
    {
        var run = await RunAsync(strategy, _site.Pages(PageCount));

        var expected = Math.Min(most, PageCount);
        Assert.Equal((expected, expected), (run.PeakInFlight, run.Origin!.PeakInFlight));
        // A client that is kept needs a connection for each request in flight; clients that are not, one for each request.
        Assert.Equal(strategy == Fetch.ClientPerRequest ? PageCount : expected, run.Origin.Connections);
    }

    [Theory]
    [MemberData(nameof(Exact), DisableDiscoveryEnumeration = true)]
    public async Task TheMakespan_IsThePrediction_AtConstantLatency(FetchStrategy strategy)
    {
        foreach (var count in new[] { 1, 3, 4, 5, PageCount, 41 })
        {
            var run = await RunAsync(strategy, _site.Pages(count));

            Assert.Equal(run.Predicted.Makespan, run.Makespan);
            Assert.Equal(run.PredictedFromHeld, run.Predicted);
            Assert.All(run.Records, record => Assert.Equal(TimeSpan.FromMilliseconds(50), record.Duration));
        }
    }

    [Theory]
    [MemberData(nameof(Exact), DisableDiscoveryEnumeration = true)]
    public async Task TheMakespan_IsThePrediction_AtAnyLatencies(FetchStrategy strategy)
    {
        for (var seed = 0; seed < 10; seed++)
        {
            var random = new Random(seed);
            var pages = _site.Pages(Enumerable.Range(0, 30).Select(_ => (double)random.Next(0, 100)));

            var run = await RunAsync(strategy, pages);

            Assert.Equal(run.Predicted.Makespan, run.Makespan);
            Assert.Equal(pages.Select(page => page.Latency), run.Records.Select(record => record.Duration));
        }
    }

    [Theory]
    [MemberData(nameof(All), DisableDiscoveryEnumeration = true)]
    public async Task APageThatFails_LosesNoOther(FetchStrategy strategy)
    {
        var pages = _site.Pages(PageCount).ToArray();
        pages[3] = _site.Failing(pages[3], PageFailure.Status500);
        pages[5] = _site.Failing(pages[5], PageFailure.Reset);

        var run = await RunAsync(strategy, pages);

        Assert.Equal((PageCount, PageCount, 2), (run.Records.Count, run.Origin!.Requests, run.Failed));
        Assert.Equal("the reply was 500 Internal Server Error, not a page.", run.Records[3].Error);
        Assert.Equal("the reply ended too early: the connection was reset.", run.Records[5].Error);
        if (strategy.IsExactInVirtualTime)
            Assert.Equal(run.Predicted.Makespan, run.Makespan);
    }

    [Theory]
    [MemberData(nameof(Exact), DisableDiscoveryEnumeration = true)]
    public async Task AReplyThatNeverComes_EndsAtTheTimeout(FetchStrategy strategy)
    {
        var pages = _site.Pages(PageCount).ToArray();
        pages[2] = _site.Failing(pages[2], PageFailure.Hang);
        var options = new FetchOptions { RequestTimeout = TimeSpan.FromMilliseconds(300) };

        var run = await RunAsync(strategy, pages, options);

        Assert.Equal("no complete reply came within 300 ms.", run.Records[2].Error);
        Assert.Equal(TimeSpan.FromMilliseconds(300), run.Records[2].Duration);
        Assert.Equal((PageCount, 1), (run.Records.Count, run.Failed));
    }

    /// <remarks>Whoever hears of the fifth page cancels: four others are done by then, and the rest of C is in flight.</remarks>
    [Theory]
    [MemberData(nameof(Closed), DisableDiscoveryEnumeration = true)]
    public async Task ARunThatIsCancelledMidway_KeepsWhatFinished_AndStartsNothingAfter(FetchStrategy strategy, int most)
    {
        using var stop = new CancellationTokenSource();
        var options = new FetchOptions { Progress = new CancellingProgress(stop, after: 5) };

        var run = await _site.RunAsync(strategy, _site.Pages(PageCount), options, stop.Token);

        var begun = 5 + Math.Min(most, PageCount - 4) - 1;
        Assert.True(run.Cancelled);
        Assert.Equal((begun, begun), (run.Records.Count, run.Origin!.Requests));
        Assert.Equal(5, run.Records.Count(record => record.Error is null));
        Assert.Equal(begun - 5, run.Records.Count(record => record.Error == InFlight));
    }

    /// <remarks>At 120 ms two rounds of 50 ms are over, and a third is under way.</remarks>
    [Theory]
    [MemberData(nameof(Closed), DisableDiscoveryEnumeration = true)]
    public async Task ADeadline_EndsTheRunAtItsInstant(FetchStrategy strategy, int most)
    {
        var deadline = TimeSpan.FromMilliseconds(120);

        var run = await RunAsync(strategy, _site.Pages(PageCount), new FetchOptions { Deadline = deadline });

        var arrived = (int)Math.Min(PageCount, 2L * most);
        var cut = Math.Min(most, PageCount - arrived);
        Assert.Equal((arrived, cut), (run.Records.Count(record => record.Error is null), run.Failed));
        Assert.Equal(cut > 0, run.Cancelled);
        Assert.All(
            run.Records.Where(record => record.Error is not null),
            record => Assert.Equal((InFlight, deadline), (record.Error, record.Finished)));
        Assert.Equal(arrived + cut, run.Origin!.Requests);
    }

    /// <remarks>At 10 ms from one to the next: those to 70 are back at 120, and those to 120 have started.</remarks>
    [Fact]
    public async Task ADeadline_EndsAnOpenLoopToo()
    {
        var options = new FetchOptions { Deadline = TimeSpan.FromMilliseconds(120) };

        var run = await RunAsync(Fetch.OpenLoop(100), _site.Pages(PageCount), options);

        Assert.Equal((13, 5, true), (run.Records.Count, run.Failed, run.Cancelled));
        Assert.Equal(13, run.Origin!.Requests);
    }

    [Theory]
    [MemberData(nameof(Closed), DisableDiscoveryEnumeration = true)]
    public async Task AnErrorThatIsToBeFatal_EndsTheRunAtItsInstant(FetchStrategy strategy, int most)
    {
        var pages = _site.Pages(PageCount).ToArray();
        pages[0] = _site.Failing(pages[0], PageFailure.Status500);

        var run = await RunAsync(strategy, pages, new FetchOptions { StopOnError = true });

        // The first page is the first to be back; at the same instant the others of its round are still in flight.
        Assert.Equal(Math.Min(most, PageCount), run.Records.Count);
        Assert.All(run.Records.Skip(1), record => Assert.Equal(InFlight, record.Error));
        Assert.Equal(TimeSpan.FromMilliseconds(50), run.Makespan);
    }

    [Theory]
    [MemberData(nameof(All), DisableDiscoveryEnumeration = true)]
    public async Task Progress_CountsEachPage(FetchStrategy strategy)
    {
        var told = new Reports<FetchProgress>();
        var pages = _site.Pages(PageCount).ToArray();
        pages[0] = _site.Failing(pages[0], PageFailure.Status500);

        await RunAsync(strategy, pages, new FetchOptions { Progress = told });

        Assert.Equal(Enumerable.Range(1, PageCount), told.Values.Select(progress => progress.Finished));
        Assert.Equal(new FetchProgress(PageCount, 1, PageCount), told.Values[^1]);
    }

    /// <remarks>Queued, a page waits for its turn: the first C have it at once, the next have it a round later.</remarks>
    [Fact]
    public async Task SemaphoresAndADataflowBlock_TakeAllPagesInHandAtOnce()
    {
        foreach (var strategy in new[] { Fetch.OneThreadAsyncAtMost(4), Fetch.Async(4), Fetch.Dataflow(4) })
        {
            var run = await RunAsync(strategy, _site.Pages(8));

            Assert.All(run.Records, record => Assert.Equal(TimeSpan.Zero, record.Queued));
            Assert.Equal(
                [0, 0, 0, 0, 50, 50, 50, 50],
                run.Records.Select(record => (record.Started - record.Queued).TotalMilliseconds));
        }
    }

    /// <remarks>Four are in flight and two lie in the channel: the seventh has to wait until the first is back.</remarks>
    [Fact]
    public async Task AChannel_TakesInHandWhatItHolds()
    {
        var run = await RunAsync(Fetch.Channel(4, capacity: 2), _site.Pages(8));

        Assert.Equal([0, 0, 0, 0, 0, 0, 50, 50], run.Records.Select(record => record.Queued.TotalMilliseconds));
    }

    [Fact]
    public async Task ResultsAsTheyComplete_AreInTheOrderOfTheirEnds()
    {
        var run = await RunAsync(Fetch.Async(), _site.Pages([30, 10, 20]));

        Assert.Equal([1, 2, 0], run.AsCompleted.Select(record => record.Index));
    }

    [Fact]
    public async Task AnOpenLoop_StartsAtItsInstants()
    {
        var run = await RunAsync(Fetch.OpenLoop(3), _site.Pages(4, latencyMs: 1000));

        TimeSpan?[] instants = [new(0), new(3_333_333), new(6_666_667), new(10_000_000)];
        Assert.Equal(instants, run.Records.Select(record => record.Intended));
        Assert.Equal(instants, run.Records.Select(record => (TimeSpan?)record.Started));
        Assert.Equal(3, run.PeakInFlight);
    }

    private Task<FetchRun> RunAsync(FetchStrategy strategy, IReadOnlyList<Page> pages, FetchOptions? options = null) =>
        _site.RunAsync(strategy, pages, options, TestContext.Current.CancellationToken);
}
