namespace FetchLab.Tests.Claims;

/// <summary>Staying in control: when a run ends, what it starts, and what it keeps; in virtual time to the tick.</summary>
public sealed class Lesson07(OriginFixture origin)
{
    private static readonly TimeSpan _deadline = TimeSpan.FromMilliseconds(125);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ADeadline_EndsTheRunAtItsInstant_AndKeepsWhatHasFinished()
    {
        var site = new VirtualSite();

        // Five workers, 50 ms each: ten pages are done at 100 ms, and five are under way at 125.
        var run = await site.RunAsync(Fetch.Async(5), site.Pages(100, latencyMs: 50), new() { Deadline = _deadline }, Cancelled);

        Assert.True(run.Cancelled);
        Assert.Equal(_deadline, run.Makespan);
        Assert.Equal((15, 10, 5), (run.Pages, run.Pages - run.Failed, run.Failed));
        Assert.All(run.Records, record => Assert.True(record.Started < _deadline));
        Assert.Equal(15, run.Origin!.Requests);
    }

    [Fact]
    public async Task ARequestTimeout_EndsTheSlowPage_AndNoOther()
    {
        var site = new VirtualSite();

        var run = await site.RunAsync(
            Fetch.OneAtATime, site.Pages([10, 500, 10]), new() { RequestTimeout = TimeSpan.FromMilliseconds(100) }, Cancelled);

        Assert.Equal((false, 1), (run.Cancelled, run.Failed));
        Assert.NotNull(run.Records[1].Error);
        Assert.Equal(TimeSpan.FromMilliseconds(120), run.Makespan);
    }

    [Fact]
    public async Task StopOnError_EndsTheRunWithTheFirstPageThatFails()
    {
        var site = new VirtualSite();
        var pages = site.Pages(10, latencyMs: 50).ToArray();
        pages[3] = site.Failing(pages[3], PageFailure.Status500);

        var run = await site.RunAsync(Fetch.OneAtATime, pages, new() { StopOnError = true }, Cancelled);

        Assert.True(run.Cancelled);
        Assert.Equal((4, 1, 4), (run.Pages, run.Failed, run.Origin!.Requests));
        Assert.Equal(TimeSpan.FromMilliseconds(200), run.Makespan);
    }

    [Fact]
    public async Task WhatACancelledRunHasStarted_IsWhatTheOriginHasSeen()
    {
        var run = await origin.Site.RunAsync(
            Fetch.OneAtATime, origin.Site.Pages(50, latencyMs: 60_000), new() { Warm = false, Deadline = TimeSpan.FromMilliseconds(500) }, Cancelled);

        Assert.True(run.Cancelled);
        Assert.Equal((1, 1), (run.Pages, run.Failed));
        Assert.InRange(run.Origin!.Requests, 0, 1);
    }
}
