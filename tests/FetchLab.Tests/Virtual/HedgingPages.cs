namespace FetchLab.Tests.Virtual;

/// <summary>Two attempts at once, in virtual time: tasks and blocked threads alike, to the tick.</summary>
public sealed class HedgingPages
{
    private const int PageCount = 12;
    private const string Overtaken = "another attempt at this page came first.";

    private readonly VirtualSite _site = new();

    public static TheoryData<FetchStrategy> Exact => EveryStrategy.Exact;

    [Theory]
    [MemberData(nameof(Exact), DisableDiscoveryEnumeration = true)]
    public async Task WhereTheFirstComesFirst_TheSecondIsGivenUp(FetchStrategy strategy)
    {
        var run = await RunAsync(strategy.With(Policy.Hedge(20)), _site.Pages(PageCount));

        Assert.Equal(run.Predicted.Makespan, run.Makespan);
        Assert.Equal((PageCount, 2 * PageCount, 2 * PageCount, 0), (run.Pages, run.Attempts, run.Origin!.Requests, run.Failed));
        Assert.All(run.LastAttempts, record => Assert.Equal((1, 50), (record.Attempt, record.Duration.TotalMilliseconds)));
        Assert.All(
            run.Records.Where(record => record.Attempt == 2),
            record => Assert.Equal((Overtaken, 30, 0), (record.Error, record.Duration.TotalMilliseconds, record.QueueWait.TotalMilliseconds)));
    }

    [Theory]
    [MemberData(nameof(Exact), DisableDiscoveryEnumeration = true)]
    public async Task WhereTheFirstHangs_TheSecondBringsThePage(FetchStrategy strategy)
    {
        var pages = _site.Pages(PageCount).Select(page => _site.Failing(page, PageFailure.Hang, attempts: 1)).ToArray();

        var run = await RunAsync(strategy.With(Policy.Hedge(30)), pages);

        Assert.Equal(strategy.Predict([.. pages.Select(_ => TimeSpan.FromMilliseconds(80))]).Makespan, run.Makespan);
        Assert.Equal((PageCount, 2 * PageCount, 0, PageCount), (run.Pages, run.Attempts, run.Failed, run.FailedAttempts));
        Assert.All(run.LastAttempts, record => Assert.Equal(2, record.Attempt));
        Assert.All(
            run.Records.Where(record => record.Attempt == 1),
            record => Assert.Equal((Overtaken, 80), (record.Error, record.Duration.TotalMilliseconds)));
    }

    [Fact]
    public async Task AWorker_IsNotBusierThanAllTheTime()
    {
        var run = await RunAsync(Fetch.Threads(3).With(Policy.Hedge(20)), _site.Pages(PageCount));

        // 50 and 30 ms of every 50.
        Assert.Equal(1, run.Utilisation, precision: 12);
        Assert.Equal(3 * 80 / 50.0, run.MeanInFlight, precision: 12);
    }

    [Fact]
    public async Task APageThatComesInTime_IsAskedForOnce()
    {
        var run = await RunAsync(Fetch.Threads(3).With(Policy.Hedge(50)), _site.Pages(PageCount, latencyMs: 50));

        Assert.Equal((PageCount, PageCount), (run.Attempts, run.Origin!.Requests));
    }

    /// <remarks>The first fails at 50 ms, when the second, of 20 ms, is under way; that one fails at 70, and decides.</remarks>
    [Theory]
    [MemberData(nameof(Exact), DisableDiscoveryEnumeration = true)]
    public async Task WhereBothFail_ThePageFails(FetchStrategy strategy)
    {
        Page[] pages = [_site.Failing(_site.Pages(1)[0], PageFailure.Status500)];

        var run = await RunAsync(strategy.With(Policy.Hedge(20)), pages);

        Assert.Equal([(1, 50), (2, 70)], run.Records.Select(record => (record.Attempt, record.Finished.TotalMilliseconds)));
        Assert.Equal((1, 2), (run.Failed, run.LastAttempts.Single().Attempt));
    }

    /// <remarks>Both fail until 70 ms; the retry's first comes at 120, and its second, of 90, is given up.</remarks>
    [Theory]
    [MemberData(nameof(Exact), DisableDiscoveryEnumeration = true)]
    public async Task InsideOfRetries_EachTryIsHedged(FetchStrategy strategy)
    {
        Page[] pages = [_site.Failing(_site.Pages(1)[0], PageFailure.Status500, attempts: 2)];

        var run = await RunAsync(strategy.With(Policy.Retry(1, baseMs: 0), Policy.Hedge(20)), pages);

        Assert.Equal(
            [(1, 0, 50), (2, 20, 70), (3, 70, 120), (4, 90, 120)],
            run.Records.Select(record => (record.Attempt, record.Started.TotalMilliseconds, record.Finished.TotalMilliseconds)));
        Assert.Equal((0, 3), (run.Failed, run.LastAttempts.Single().Attempt));
    }

    [Theory]
    [MemberData(nameof(Exact), DisableDiscoveryEnumeration = true)]
    public async Task OutsideOfRetries_EachOfTheTwoIsRetried(FetchStrategy strategy)
    {
        Page[] pages = [_site.Failing(_site.Pages(1)[0], PageFailure.Hang, attempts: 2)];
        var options = new FetchOptions { RequestTimeout = TimeSpan.FromMilliseconds(300) };

        var run = await _site.RunAsync(
            strategy.With(Policy.Hedge(30), Policy.Retry(1, baseMs: 100, jitter: false)), pages, options, TestContext.Current.CancellationToken);

        // Both hang until their timeouts at 300 and 330; both retries are under way when the first brings the page.
        Assert.Equal(
            [(1, 0, 300), (2, 30, 330), (3, 400, 450), (4, 430, 450)],
            run.Records.Select(record => (record.Attempt, record.Started.TotalMilliseconds, record.Finished.TotalMilliseconds)));
        Assert.Equal((0, 3), (run.Failed, run.LastAttempts.Single().Attempt));
    }

    /// <remarks>
    /// Each of the two waits a drawn time for its retry, so that now the one and now the other has failed for good first: what
    /// is left is one who waits.
    /// </remarks>
    [Theory]
    [MemberData(nameof(Exact), DisableDiscoveryEnumeration = true)]
    public async Task WhicheverFailsFirst_TheOtherIsWaitedFor(FetchStrategy strategy)
    {
        Page[] pages = [_site.Failing(_site.Pages(1)[0], PageFailure.Status500)];
        for (var seed = 1; seed <= 4; seed++)
        {
            var policed = strategy.With(Policy.Hedge(20), Policy.Retry(1, baseMs: 500, seed: seed));

            var run = await RunAsync(policed, pages);

            Assert.Equal((4, 1, 4), (run.Attempts, run.Failed, run.Origin!.Requests));
            Assert.Equal(run.Makespan, run.LastAttempts.Single().Finished);
        }
    }

    /// <remarks>At 40 ms both attempts at each page that has begun are in flight.</remarks>
    [Theory]
    [MemberData(nameof(Exact), DisableDiscoveryEnumeration = true)]
    public async Task ADeadline_EndsBothAttempts(FetchStrategy strategy)
    {
        var options = new FetchOptions { Deadline = TimeSpan.FromMilliseconds(40) };

        var run = await _site.RunAsync(
            strategy.With(Policy.Hedge(15)), _site.Pages(PageCount), options, TestContext.Current.CancellationToken);

        Assert.True(run.Cancelled);
        Assert.All(run.Records, record => Assert.Equal("the run was cancelled while this page was in flight.", record.Error));
        Assert.All(run.Records, record => Assert.Equal(40, record.Finished.TotalMilliseconds));
        Assert.Equal(run.Attempts, run.Origin!.Requests);
    }

    private Task<FetchRun> RunAsync(FetchStrategy strategy, IReadOnlyList<Page> pages) =>
        _site.RunAsync(strategy, pages, options: null, TestContext.Current.CancellationToken);
}
