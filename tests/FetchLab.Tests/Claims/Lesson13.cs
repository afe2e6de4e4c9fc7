namespace FetchLab.Tests.Claims;

/// <summary>The tutorial on trial: two causes give its four times within a hundredth, and a sweep over the threads tells them apart.</summary>
public sealed class Lesson13
{
    private static readonly double[] Tutorial = [34.0, 14.3, 36.0, 22.1];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("tutorial-link")]
    [InlineData("tutorial-lock")]
    public async Task BothSuspects_GiveAllFourTimes(string profile)
    {
        await using var origin = await StartAsync(profile);
        var site = new VirtualSite(origin.Profile.Scaled(10));

        foreach (var (program, seconds) in new[] { Fetch.OneAtATime, Fetch.OneThreadAsync, Fetch.Threads(1), Fetch.Threads(10) }.Zip(Tutorial))
            Assert.InRange((await RunAsync(site, program)) / seconds, 0.99, 1.01);
    }

    [Fact]
    public async Task TheSweep_TellsThemApart()
    {
        await using var link = await StartAsync("tutorial-link");
        await using var locked = await StartAsync("tutorial-lock");

        var byLink = await SweepAsync(link);
        var byLock = await SweepAsync(locked);

        Assert.Equal([36.0, 16.1, 22.15, 30.8], byLink, (seen, said) => Math.Abs(seen - said) < 0.06);
        Assert.Equal([36.0, 22.1, 22.1, 22.1], byLock, (seen, said) => Math.Abs(seen - said) < 0.06);
    }

    /// <remarks>The parser was what won: with a slower one in the async client, and nothing else changed, threads are faster.</remarks>
    [Fact]
    public async Task ASlowerParser_TurnsTheRankingRound()
    {
        await using var locked = await StartAsync("tutorial-lock");
        var site = new VirtualSite(locked.Profile.Scaled(10) with { ClientWork = new(200, 250, 0) });

        Assert.Equal((25.14, 20.14), (Math.Round(await RunAsync(site, Fetch.OneThreadAsync), 2), Math.Round(await RunAsync(site, Fetch.Threads(10)), 2)));
    }

    /// <remarks>A tenth of the scale, the origin's own counts: each program asks for each page once, under either suspect.</remarks>
    [Theory]
    [InlineData("tutorial-link")]
    [InlineData("tutorial-lock")]
    public async Task AgainstTheOrigin_NoPageComesBeforeItCan(string profile)
    {
        await using var site = await StartAsync(profile);
        var pages = site.Pages(20, new PageSpec());

        var run = await site.RunAsync(Fetch.Threads(10), pages, cancellationToken: Cancelled);

        Assert.Equal((20, 0), (run.Origin!.Requests, run.Failed));
        // What only one of them could have at a time, twenty times.
        Assert.True(run.Makespan.TotalMilliseconds >= 20 * (profile == "tutorial-link" ? 14.1 : 22));
    }

    private static async Task<double[]> SweepAsync(OriginSite origin)
    {
        var site = new VirtualSite(origin.Profile.Scaled(10));
        var seconds = new List<double>();
        foreach (var threads in new[] { 1, 3, 10, 20 }) seconds.Add(await RunAsync(site, Fetch.Threads(threads)));
        return [.. seconds];
    }

    private static async Task<double> RunAsync(VirtualSite site, FetchStrategy program) =>
        (await site.RunAsync(program, site.Pages(100, new PageSpec()), cancellationToken: Cancelled)).Makespan.TotalSeconds;

    private static Task<OriginSite> StartAsync(string profile) =>
        OriginSite.StartAsync(new OriginOptions { Profile = profile }, OriginFixture.OriginPath, Cancelled);
}
