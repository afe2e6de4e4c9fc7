namespace FetchLab.Tests.Claims;

/// <summary>Measuring honestly: how many samples a percentile needs, and what a stopwatch sees.</summary>
public sealed class Lesson09(OriginFixture origin)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(199, false)]
    [InlineData(200, true)]
    public async Task P95_IsTold_FromTwoHundredSamplesOn(int pages, bool told)
    {
        var site = new VirtualSite();

        var run = await site.RunAsync(Fetch.Async(10), site.Pages(Enumerable.Range(1, pages).Select(place => (double)place)), null, Cancelled);

        Assert.Equal((told, told), (run.Latency!.P95 is not null, pages >= Formula.SamplesFor(0.95)));
        Assert.Equal(TimeSpan.FromMilliseconds(pages), run.Latency.Max);
    }

    /// <remarks>Independent by construction: one page in ten is slow, and the groups are all that can be made of two pages.</remarks>
    [Fact]
    public void AGroup_MeetsARareWait_AsOftenAsTheFormulaSays()
    {
        var slow = Enumerable.Range(0, 10).Select(page => page == 9).ToArray();
        var pairs = slow.SelectMany(first => slow.Select(second => first || second)).ToArray();

        Assert.Equal(pairs.Count(hit => hit) / 100.0, Formula.ChanceOfOneBeyond(2, quantile: 0.9), precision: 12);
    }

    [Fact]
    public async Task AStopwatchThatDoesNotWait_StopsBeforeTheFetchHasEnded()
    {
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var ended = new TaskCompletionSource<FetchRun>(TaskCreationOptions.RunContinuationsAsynchronously);
        var pages = origin.Site.Pages(1, latencyMs: 1);

        Timing.Of(async () =>
        {
            await release.Task;
            ended.SetResult(await origin.Site.RunAsync(Fetch.Async(1), pages, null, Cancelled));
        });

        Assert.False(ended.Task.IsCompleted);
        release.SetResult();
        Assert.Equal(1, (await ended.Task).Origin!.Requests);
    }

    [Fact]
    public async Task AnObserver_ChangesNothingThatTheOriginIsAskedFor()
    {
        var pages = origin.Site.Pages(8, latencyMs: 1);
        using var lines = new StringWriter();

        var silent = await origin.Site.RunAsync(Fetch.OneAtATime, pages, null, Cancelled);
        var printing = await origin.Site.RunAsync(Fetch.OneAtATime, pages, new FetchOptions { PrintTo = lines }, Cancelled);

        Assert.Equal(silent.Origin, printing.Origin);
        Assert.Equal(8, lines.ToString().Split(lines.NewLine, StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task TheSamePages_AskForTheSameLatencies_InEveryRun()
    {
        var pages = origin.Site.Pages(50, new PageSpec { Latency = Spread.LogNormal(2, 0.8) });

        var first = await AskedAsync(Fetch.Async(10));
        var second = await AskedAsync(Fetch.Threads(3));

        Assert.Equal(first, second);
        Assert.True(first.Distinct().Count() > 40);

        async Task<double[]> AskedAsync(FetchStrategy strategy)
        {
            var run = await origin.Site.RunAsync(strategy, pages, null, Cancelled);
            return [.. (await origin.Site.LogAsync(run.RunId, Cancelled)).OrderBy(line => line.Index).Select(line => line.AskedLatency)];
        }
    }
}
