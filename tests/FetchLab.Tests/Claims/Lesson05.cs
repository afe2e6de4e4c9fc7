namespace FetchLab.Tests;

/// <summary>Holding back: in flight N, C, C, C; in hand N, still N, C, and C and what the channel holds.</summary>
public sealed class Lesson05(OriginFixture origin) : IClassFixture<OriginFixture>
{
    private const int Pages = 40;
    private const int C = 5;

    public static TheoryData<FetchStrategy, int, int> Ways => new()
    {
        { Fetch.Async(), Pages, Pages },
        { Fetch.Async(C), C, Pages },
        { Fetch.ParallelForEachAsync(C), C, C },
        { Fetch.Channel(C, capacity: C), C, 2 * C },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task InVirtualTime_InFlightAndInHand_AreExact(FetchStrategy way, int inFlight, int inHand)
    {
        var site = new VirtualSite();

        var run = await site.RunAsync(way, site.Pages(Pages, 50), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal((inFlight, inFlight, inHand), (run.Origin!.PeakInFlight, run.PeakInFlight, run.PeakPending));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task UnderTheOriginsGate_SoManyAreIn(FetchStrategy way, int inFlight, int inHand)
    {
        var pages = origin.Site.Pages(Pages, new PageSpec { Latency = 5, Gate = inFlight });

        var run = await origin.Site.RunAsync(way, pages, new FetchOptions { Warm = false }, TestContext.Current.CancellationToken);

        Assert.Equal((Pages, inFlight), (run.Origin!.Requests, run.Origin.PeakInFlight));
        Assert.InRange(run.PeakPending, inFlight, inHand);
    }
}
