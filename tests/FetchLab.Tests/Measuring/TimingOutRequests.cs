namespace FetchLab.Tests.Measuring;

/// <summary>A request takes over the timeout of one before it, and nothing of what happened to that one.</summary>
public sealed class TimingOutRequests
{
    private static readonly FetchOptions Short = new() { Warm = false, RequestTimeout = TimeSpan.FromMilliseconds(200) };

    [Fact]
    public void ATimeoutThatWasNotReached_IsUsedAgain()
    {
        using var deadlines = new RequestDeadlines(new FetchOptions());
        var first = deadlines.Start();
        deadlines.Return(first);

        Assert.Same(first, deadlines.Start());
        Assert.NotSame(first, deadlines.Start());
    }

    [Fact]
    public void ATimeoutThatWasCancelled_IsNot()
    {
        using var deadlines = new RequestDeadlines(new FetchOptions());
        using var stop = new CancellationTokenSource();
        CancellationToken stopped;
        using (var deadline = new RequestDeadline(deadlines, stop.Token))
        {
            stop.Cancel();
            stopped = deadline.Token;
        }

        Assert.True(stopped.IsCancellationRequested);
        Assert.False(deadlines.Start().IsCancellationRequested);
    }

    [Fact]
    public void WhatEndsTheRun_NoLongerReachesARequestThatIsOver()
    {
        using var deadlines = new RequestDeadlines(new FetchOptions());
        using var stop = new CancellationTokenSource();
        new RequestDeadline(deadlines, stop.Token).Dispose();
        using var next = new RequestDeadline(deadlines, CancellationToken.None);

        stop.Cancel();

        Assert.False(next.Token.IsCancellationRequested);
    }

    [Fact]
    public async Task ATimeoutThatIsUsedAgain_EndsItsRequest_AndNoOther()
    {
        await using var site = await OriginSite.StartAsync(OriginFixture.OriginPath, TestContext.Current.CancellationToken);
        var pages = site.Pages(5, latencyMs: 0).ToArray();
        pages[3] = pages[3] with { Url = new Uri(site.Address, "/apple/3?latencyMs=60000") };

        var run = await Fetch.OneAtATime.RunAsync(pages, Short, TestContext.Current.CancellationToken);

        Assert.Equal(
            [null, null, null, "no complete reply came within 200 ms.", null],
            run.Records.Select(record => record.Error));
    }
}
