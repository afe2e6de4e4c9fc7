namespace FetchLab.Tests.Claims;

/// <summary>Start here: each knob changes its own number of a fetch's row.</summary>
public sealed class Lesson00(OriginFixture origin)
{
    [Theory]
    [InlineData(50, 0)]
    [InlineData(40, 10)]
    [InlineData(0, 50)]
    public async Task LatencyAndService_AddUpToTheTime_AndOnlyServiceHoldsASlot(double latency, double service)
    {
        var site = new VirtualSite();

        var run = await site.RunAsync(
            Fetch.OneAtATime, site.Pages(1, new PageSpec { Latency = latency, Service = service }), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(TimeSpan.FromMilliseconds(50), run.Makespan);
        Assert.Equal(TimeSpan.FromMilliseconds(service), run.Records[0].ServiceAtOrigin);
    }

    [Fact]
    public async Task OneSlot_TakesServiceInTurn_AndLatencyAtOnce()
    {
        var site = new VirtualSite(slots: 1);
        var latency = site.Pages(8, new PageSpec { Latency = 50, Service = 0 });
        var service = site.Pages(8, new PageSpec { Latency = 0, Service = 50 });

        var (waits, turns) = (await RunAsync(latency), await RunAsync(service));

        Assert.Equal(TimeSpan.FromMilliseconds(100), waits.Makespan);
        Assert.Equal(TimeSpan.FromMilliseconds(400), turns.Makespan);

        Task<FetchRun> RunAsync(IReadOnlyList<Page> pages) =>
            site.RunAsync(Fetch.Threads(4), pages, cancellationToken: TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task EveryKindOfFailure_IsARowWithItsError()
    {
        string[] fates = ["500", "reset", "truncate", "hang"];
        Page[] pages = [.. fates.Select((fate, index) => origin.Site.Pages(index + 1, new PageSpec { Fail = fate })[index])];

        var run = await origin.Site.RunAsync(
            Fetch.OneAtATime, pages, new() { Warm = false, RequestTimeout = TimeSpan.FromMilliseconds(300) }, TestContext.Current.CancellationToken);

        Assert.Equal(fates.Length, run.Failed);
        Assert.Equal([500, null, 200, null], run.Records.Select(record => record.Status));
        Assert.All(run.Records, record => Assert.NotNull(record.Error));
        Assert.Equal(fates.Length, run.Origin!.Requests);
    }

    [Fact]
    public async Task AReply_IsNeverEarly()
    {
        var run = await origin.Site.RunAsync(
            Fetch.OneAtATime, origin.Site.Pages(20, latencyMs: 5), cancellationToken: TestContext.Current.CancellationToken);

        Assert.All(run.Records, record => Assert.True(record.Held >= TimeSpan.FromMilliseconds(5)));
    }
}
