namespace FetchLab.Tests.Claims;

/// <summary>The unreliable web: what policies cost, exactly in virtual time and by the origin's counts.</summary>
public sealed class Lesson08(OriginFixture origin)
{
    private static readonly Policy TwoRetries = Policy.Retry(2, baseMs: 1);

    private readonly VirtualSite _site = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TheSamePagesFail_WhateverTheStrategy()
    {
        var pages = origin.Site.Pages(40, new PageSpec { Latency = 1, Fail = "500:0.2" });

        var runs = new List<FetchRun>();
        foreach (var strategy in new[] { Fetch.OneAtATime, Fetch.Async(), Fetch.Threads(7) })
            runs.Add(await origin.Site.RunAsync(strategy, pages, null, Cancelled));

        var failed = runs.Select(run => run.Records.Where(record => record.Error is not null).Select(record => record.Index).ToArray()).ToArray();
        Assert.InRange(failed[0].Length, 1, 39);
        Assert.All(failed, pages => Assert.Equal(failed[0], pages));
    }

    /// <remarks>An attempt k+1 is made only where the k before it failed: ten pages, of which four fail once and one always.</remarks>
    [Fact]
    public async Task Retries_MakeAsManyAttemptsAsFailuresAskFor()
    {
        var pages = _site.Pages(10).ToArray();
        foreach (var page in new[] { 0, 2, 5, 9 })
            pages[page] = _site.Failing(pages[page], PageFailure.Status500, attempts: 1);
        pages[7] = _site.Failing(pages[7], PageFailure.Status500);

        var run = await _site.RunAsync(Fetch.Async(3).With(TwoRetries), pages, null, Cancelled);

        Assert.Equal((10 + 4 + 2, 1), (run.Origin!.Requests, run.Failed));
    }

    [Fact]
    public async Task ByChance_AttemptsAndFailures_AreNearTheFormulas()
    {
        const int PageCount = 1600;
        var pages = origin.Site.Pages(PageCount, new PageSpec { Latency = 0, Fail = "500:0.5" });

        var run = await origin.Site.RunAsync(Fetch.Async(20).With(TwoRetries), pages, null, Cancelled);

        // The same luck in every run; E = 1.75 and 1−p³ = 0.875, and five standard errors of the mean of 1,600 are 0.104 and 0.042.
        Assert.Equal(run.Attempts, run.Origin!.Requests);
        Assert.InRange(run.Attempts / (double)PageCount, 1.75 - 0.104, 1.75 + 0.104);
        Assert.InRange(run.Failed / (double)PageCount, 0.125 - 0.042, 0.125 + 0.042);
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 9)]
    [InlineData(3, 27)]
    public async Task Layers_Multiply(int layers, int attempts)
    {
        var pages = origin.Site.Pages(2, new PageSpec { Latency = 0, Fail = "500:1" });
        var strategy = Fetch.Async().With([.. Enumerable.Repeat(TwoRetries, layers)]);

        var run = await origin.Site.RunAsync(strategy, pages, null, Cancelled);

        Assert.Equal(2 * attempts, run.Origin!.Requests);
        Assert.Equal(attempts, Formula.AttemptsThroughLayers(retries: 2, layers));
    }

    [Fact]
    public async Task UnderALimit_TheLastAttemptStarts_WhenTheFormulaSays()
    {
        var pages = _site.Pages(10).Select(page => _site.Failing(page, PageFailure.Status500)).ToArray();

        var run = await _site.RunAsync(Fetch.Async().With(Policy.Retry(1, baseMs: 0), Policy.Limit(100, burst: 5)), pages, null, Cancelled);

        Assert.Equal(20, run.Origin!.Requests);
        Assert.Equal(Formula.LeastLastStart(20, burst: 5, permitsPerSecond: 100), run.Records.Max(record => record.Started));
    }

    [Fact]
    public async Task NoClient_GetsPastTheOriginsRate()
    {
        await using var strict = await OriginSite.StartAsync(new OriginOptions { Rate = 1e-6, Burst = 6 }, OriginFixture.OriginPath, Cancelled);

        var run = await strict.RunAsync(Fetch.Async(), strict.Pages(20, latencyMs: 0), null, Cancelled);

        Assert.Equal((14, 14), (run.Failed, run.Records.Count(record => record is { Status: 429, RetryAfter: not null })));
    }

    [Fact]
    public async Task ABreaker_KeepsBackWhatComesAfterItsFailures()
    {
        var pages = _site.Pages(100).Select(page => _site.Failing(page, PageFailure.Status500)).ToArray();

        var run = await _site.RunAsync(Fetch.Async(10).With(Policy.Breaker(minimum: 5)), pages, null, Cancelled);

        var most = Formula.MostThroughBreaker(5, inFlight: 10, run.Makespan, TimeSpan.FromSeconds(5));
        Assert.InRange(run.Origin!.Requests, 5, most);
        Assert.Equal(100, run.Failed);
    }
}
