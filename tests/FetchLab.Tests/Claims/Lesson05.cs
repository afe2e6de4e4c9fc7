namespace FetchLab.Tests.Claims;

/// <summary>Holding back: four programs, and how many requests each has in flight.</summary>
public sealed class Lesson05(OriginFixture origin)
{
    private const int Pages = 24;
    private const int AtMost = 4;

    public static TheoryData<FetchStrategy, int> Programs => new()
    {
        { Fetch.Async(), Pages },
        { Fetch.Async(AtMost), AtMost },
        { Fetch.ParallelForEachAsync(AtMost), AtMost },
        { Fetch.Channel(AtMost, capacity: AtMost), AtMost },
    };

    /// <remarks>The gate holds replies back until as many are in as should be: the peak hangs on the program, and not on luck.</remarks>
    [Theory]
    [MemberData(nameof(Programs), DisableDiscoveryEnumeration = true)]
    public async Task Program_HasAsManyInFlight_AsItsKindSays(FetchStrategy program, int inFlight)
    {
        var pages = origin.Site.Pages(Pages, new PageSpec { Gate = inFlight });

        var run = await origin.Site.RunAsync(program, pages, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal((Pages, inFlight), (run.Origin!.Requests, run.Origin.PeakInFlight));
    }

    [Theory]
    [MemberData(nameof(Programs), DisableDiscoveryEnumeration = true)]
    public async Task Program_TakesAsManyRounds_AsItsLimitSays(FetchStrategy program, int inFlight)
    {
        var site = new VirtualSite();

        var run = await site.RunAsync(program, site.Pages(Pages, latencyMs: 50), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(TimeSpan.FromMilliseconds(50 * Pages / inFlight), run.Makespan);
    }
}
