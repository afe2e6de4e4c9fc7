using System.Globalization;

namespace FetchLab.Tests.Strategies;

/// <summary>What holds for every strategy. A new one is a subclass here.</summary>
public abstract class FetchStrategyContract(OriginFixture origin)
{
    protected const int PageCount = 8;

    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    protected OriginSite Site => origin.Site;

    protected abstract FetchStrategy Strategy { get; }

    /// <summary>The workers that <see cref="Strategy"/> has for <see cref="PageCount"/> pages.</summary>
    protected abstract int ExpectedWorkers { get; }

    /// <summary>A client that is kept opens no more connections than it has requests in flight.</summary>
    protected virtual int MostConnections => ExpectedWorkers;

    [Fact]
    public async Task EveryPage_IsFetchedOnce_AndRecordedInTheOrderOfThePages()
    {
        var pages = Site.Pages(PageCount, latencyMs: 5);

        var run = await RunAsync(pages);

        Assert.Equal(pages.Select(page => page.Url), run.Records.Select(record => record.Url));
        Assert.Equal(Enumerable.Range(0, PageCount), run.Records.Select(record => record.Index));
        Assert.Equal(PageCount, run.Origin!.Requests);
    }

    [Fact]
    public async Task EveryFetch_RecordsWhatCameBack()
    {
        var run = await RunAsync(Site.Pages(PageCount, latencyMs: 5, bytes: 40_000));

        Assert.All(run.Records, record => Assert.Equal((200, 40_000L, null), (record.Status, record.Bytes, record.Error)));
        Assert.All(run.Records, record => Assert.True(record.Held >= TimeSpan.FromMilliseconds(5)));
        Assert.All(run.Records, record => Assert.Equal(Environment.ProcessId, record.ProcessId));
        Assert.All(run.Records, record => Assert.InRange(record.Worker, 0, ExpectedWorkers - 1));
    }

    [Fact]
    public async Task Instants_AreInTheOrderInWhichThingsHappen()
    {
        var run = await RunAsync(Site.Pages(PageCount, latencyMs: 5));

        Assert.All(run.Records, record =>
        {
            Assert.True(TimeSpan.Zero <= record.Queued && record.Queued <= record.Started);
            Assert.True(record.Started < record.Headers && record.Headers <= record.Finished);
            Assert.True(record.Duration >= record.Held);
        });
        Assert.Equal(run.Records.Max(record => record.Finished), run.Makespan);
    }

    [Fact]
    public async Task PeakInFlight_IsNeverMoreThanTheWorkers_NorThanTheOriginSaw()
    {
        var run = await RunAsync(Site.Pages(PageCount, latencyMs: 20));

        Assert.Equal(ExpectedWorkers, run.Workers);
        Assert.InRange(run.PeakInFlight, 1, ExpectedWorkers);
        Assert.InRange(run.Origin!.PeakInFlight, 1, run.PeakInFlight);
        Assert.InRange(run.Origin.Connections, 1, MostConnections);
    }

    /// <remarks>The origin holds its first replies until so many requests are in, so that nobody can be through too soon.</remarks>
    [Fact]
    public virtual async Task AsManyAsMay_AreInFlight_UnderTheOriginsGate()
    {
        var expected = Math.Min(ExpectedWorkers, PageCount);

        var run = await RunAsync(Site.Pages(PageCount, new PageSpec { Gate = expected }));

        Assert.Equal((PageCount, expected), (run.Origin!.Requests, run.Origin.PeakInFlight));
    }

    [Fact]
    public async Task ARun_TellsWhatItCost()
    {
        var run = await RunAsync(Site.Pages(PageCount, latencyMs: 20));

        Assert.Equal(Strategy.Name, run.Strategy);
        Assert.True(run.CpuTime > TimeSpan.Zero);
        Assert.True(run.AllocatedBytes > 0);
        Assert.True(run.PeakThreads > 1);
    }

    [Fact]
    public async Task Predictions_ComeFromTheLatencyAskedFor_AndFromTheTimeHeld()
    {
        var pages = Site.Pages(PageCount, latencyMs: 5);

        var run = await RunAsync(pages);

        Assert.Equal(Strategy.Predict([.. pages.Select(page => page.Latency)]), run.Predicted);
        Assert.Equal(Strategy.Predict([.. run.Records.Select(record => record.Held!.Value)]), run.PredictedFromHeld);
    }

    [Fact]
    public async Task AClosedPort_IsAnErrorInTheRecord_AndTheOthersGoOn()
    {
        var pages = Site.Pages(PageCount, latencyMs: 5).ToArray();
        pages[1] = pages[1] with { Url = new Uri(ClosedPort.Address, "/github/1") };

        var run = await Strategy.RunAsync(pages, cancellationToken: Cancelled);

        Assert.Equal([1], run.Records.Where(record => record.Error is not null).Select(record => record.Index));
        Assert.StartsWith("no connection was made: ", run.Records[1].Error, StringComparison.Ordinal);
        Assert.Null(run.Records[1].Status);
        Assert.Equal(run.Records[1].Finished, run.Records[1].Headers);
        Assert.Null(run.PredictedFromHeld);
    }

    [Fact]
    public async Task ARefusedPage_IsAnErrorInTheRecord_AndTheOthersGoOn()
    {
        var pages = Site.Pages(PageCount, latencyMs: 5).ToArray();
        pages[2] = pages[2] with { Url = new Uri(Site.Address, "/pear/2") };

        var run = await RunAsync(pages);

        Assert.Equal(1, run.Failed);
        Assert.Equal((404, "the reply was 404 Not Found, not a page."), (run.Records[2].Status, run.Records[2].Error));
        Assert.Equal(PageCount, run.Origin!.Requests);
    }

    [Fact]
    public async Task ARequestPastItsTimeout_IsAnErrorInTheRecord()
    {
        var pages = Site.Pages(1, latencyMs: 60_000);
        var options = new FetchOptions { Warm = false, RequestTimeout = TimeSpan.FromMilliseconds(100) };

        var run = await RunAsync(pages, options);

        Assert.Equal("no complete reply came within 100 ms.", Assert.Single(run.Records).Error);
    }

    [Fact]
    public async Task WarmUp_IsAPageAHost_CountedApart()
    {
        var pages = Site.Pages(PageCount, latencyMs: 5);

        var warm = await RunAsync(pages);
        var cold = await RunAsync(pages, new FetchOptions { Warm = false });

        Assert.Equal(2, (await Site.CountsAsync(warm.RunId + "-warm", Cancelled)).Requests);
        Assert.Equal(0, (await Site.CountsAsync(cold.RunId + "-warm", Cancelled)).Requests);
        Assert.Equal((PageCount, PageCount), (warm.Origin!.Requests, cold.Origin!.Requests));
    }

    [Fact]
    public async Task Printing_IsOneWholeLineAFetch()
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);

        var run = await RunAsync(Site.Pages(PageCount, latencyMs: 5), new FetchOptions { PrintTo = writer });

        var lines = writer.ToString().Split(writer.NewLine, StringSplitOptions.RemoveEmptyEntries);
        var expected = run.Records.Select(record => $"{record.ProcessId} | {record.ThreadIdAtEnd} | {record.Url}");
        Assert.Equal(expected.Order(StringComparer.Ordinal), lines.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task TheCallersContext_IsNeverPostedTo_AndMayBeBlocked()
    {
        var posts = new CountingContext();
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(posts);

        Task<FetchRun> running;
        bool ended;
        try
        {
            running = RunAsync(Site.Pages(PageCount, latencyMs: 5));
#pragma warning disable xUnit1031 // Blocking is the point: a run that needed the caller's context would never end.
            ended = running.Wait(TimeSpan.FromSeconds(20), Cancelled);
#pragma warning restore xUnit1031
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }

        Assert.True(ended);
        Assert.Equal(0, posts.Count);
        Assert.Equal(PageCount, (await running).Records.Count);
    }

    [Fact]
    public async Task ACancelledRun_StartsNothingMore_AndReturnsWhatItHas()
    {
        using var stop = new CancellationTokenSource();
        using var writer = new CancellingWriter(stop);
        var pages = Site.Pages(50, latencyMs: 60_000).ToArray();
        pages[0] = Site.Pages(1, latencyMs: 0)[0];

        var run = await Site.RunAsync(Strategy, pages, new FetchOptions { Warm = false, PrintTo = writer }, stop.Token);

        Assert.True(run.Cancelled);
        Assert.Null(run.Records[0].Error);
        Assert.All(
            run.Records.Skip(1),
            record => Assert.Equal("the run was cancelled while this page was in flight.", record.Error));
        Assert.InRange(run.Records.Count, 1, 50);
    }

    [Fact]
    public async Task ARunCancelledFromTheStart_HasNoRecords()
    {
        var run = await Site.RunAsync(Strategy, Site.Pages(PageCount), cancellationToken: new CancellationToken(canceled: true));

        Assert.Equal((true, 0, TimeSpan.Zero), (run.Cancelled, run.Records.Count, run.Makespan));
        Assert.Equal(0, run.Origin!.Requests);
    }

    [Fact]
    public async Task ARunPastItsDeadline_StartsNothingMore_AndReturnsWhatItHas()
    {
        var pages = Site.Pages(50, latencyMs: 60_000).ToArray();
        var options = new FetchOptions { Warm = false, Deadline = TimeSpan.FromMilliseconds(100) };

        var run = await RunAsync(pages, options);

        Assert.True(run.Cancelled);
        Assert.All(
            run.Records, record => Assert.Equal("the run was cancelled while this page was in flight.", record.Error));
        Assert.InRange(run.Records.Count, 1, 50);
    }

    [Fact]
    public async Task AnErrorThatIsToBeFatal_EndsTheRun()
    {
        var pages = Site.Pages(50, latencyMs: 60_000).ToArray();
        pages[0] = pages[0] with { Url = new Uri(Site.Address, "/pear/0") };

        var run = await RunAsync(pages, new FetchOptions { Warm = false, StopOnError = true });

        Assert.True(run.Cancelled);
        Assert.Equal("the reply was 404 Not Found, not a page.", run.Records[0].Error);
        Assert.All(
            run.Records.Skip(1),
            record => Assert.Equal("the run was cancelled while this page was in flight.", record.Error));
    }

    [Fact]
    public async Task Progress_CountsEachPageOnce_InTurn()
    {
        var told = new Reports<FetchProgress>();
        var pages = Site.Pages(PageCount, latencyMs: 5).ToArray();
        pages[2] = pages[2] with { Url = new Uri(Site.Address, "/pear/2") };

        await RunAsync(pages, new FetchOptions { Progress = told });

        Assert.Equal(Enumerable.Range(1, PageCount), told.Values.Select(progress => progress.Finished));
        Assert.All(told.Values, progress => Assert.Equal(PageCount, progress.Pages));
        Assert.Equal(1, told.Values[^1].Failed);
    }

    [Fact]
    public async Task AListenerThatThrows_EndsTheRun_WithItsException()
    {
        var full = new IOException("the disk is full");
        var options = new FetchOptions { Warm = false, Progress = new Reports<FetchProgress> { Throws = full } };

        var thrown = await Assert.ThrowsAsync<IOException>(() => RunAsync(Site.Pages(50, latencyMs: 5), options));

        Assert.Same(full, thrown);
    }

    [Fact]
    public void Predicting_FromNothing_IsRefused()
    {
        var refused = Assert.Throws<FetchLabException>(() => Strategy.Predict(Array.Empty<TimeSpan>()));

        Assert.Equal("latencies must be at least 1, but was 0; try one for each page.", refused.Message);
    }

    protected Task<FetchRun> RunAsync(IReadOnlyList<Page> pages, FetchOptions? options = null) =>
        Site.RunAsync(Strategy, pages, options, Cancelled);
}
