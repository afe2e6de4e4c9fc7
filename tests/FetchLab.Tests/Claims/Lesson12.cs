namespace FetchLab.Tests.Claims;

/// <summary>Side by side: a limit on connections is a number of workers, whoever set it.</summary>
public sealed class Lesson12
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(150, 100, 2)]
    [InlineData(100, 100, 1)]
    [InlineData(60, 10, 6)]
    public async Task ALimit_OnWhatIsInFlight_MakesRounds(int pages, int limit, int rounds)
    {
        var site = new VirtualSite();

        var run = await site.RunAsync(Fetch.OneThreadAsyncAtMost(limit), site.Pages(pages, 40), cancellationToken: Cancelled);

        Assert.Equal((TimeSpan.FromMilliseconds(40 * rounds), limit), (run.Makespan, run.PeakInFlight));
    }

    [Fact]
    public async Task AtEqualConcurrency_WhoWaits_MakesNoDifference()
    {
        var site = new VirtualSite();
        var pages = site.Pages(60, 40);

        foreach (var strategy in new[] { Fetch.OneThreadAsyncAtMost(10), Fetch.Async(10), Fetch.Threads(10) })
            Assert.Equal(TimeSpan.FromMilliseconds(240), (await site.RunAsync(strategy, pages, cancellationToken: Cancelled)).Makespan);
    }

    [Fact]
    public async Task HttpClient_HasNoLimit_ThatTheOriginSees()
    {
        await using var site = await OriginSite.StartAsync(OriginFixture.OriginPath, Cancelled);

        var run = await site.RunAsync(Fetch.OneThreadAsync, site.Pages(120, new PageSpec { Latency = 0, Gate = 120 }), new() { Warm = false }, Cancelled);

        Assert.Equal((120, 120, 120), (run.Origin!.Requests, run.Origin.PeakInFlight, run.Origin.Connections));
    }
}
