namespace FetchLab.Tests.Claims;

/// <summary>Serving it: what a queue at one slot, a stall and a limit do to those who ask.</summary>
public sealed class Lesson11
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <remarks>The strategy itself, over as many pages as make the mean a steady one; the seed is fixed.</remarks>
    [Theory]
    [InlineData(0.5, 0.02)]
    [InlineData(0.8, 0.1)]
    public async Task RandomArrivals_AtOneSlot_TakeWhatTheFormulaSays(double utilisation, double tolerance)
    {
        var site = new VirtualSite(slots: 1);
        var pages = site.Pages(20_000, new PageSpec { Latency = 0, Service = 10 });

        var run = await site.RunAsync(Fetch.OpenLoop(100 * utilisation, seed: 1), pages, cancellationToken: Cancelled);

        var predicted = Formula.LatencyOfOneSlot(TimeSpan.FromMilliseconds(10), utilisation);
        Assert.InRange(run.CorrectedLatency!.Mean / predicted, 1 - tolerance, 1 + tolerance);
    }

    /// <remarks>At the same rate: no two of them ever meet, so nobody waits.</remarks>
    [Fact]
    public async Task SteadyArrivals_AtOneSlot_WaitForNobody()
    {
        var site = new VirtualSite(slots: 1);
        var pages = site.Pages(500, new PageSpec { Latency = 0, Service = 10 });

        var run = await site.RunAsync(Fetch.OpenLoop(80), pages, cancellationToken: Cancelled);

        Assert.All(run.Records, record => Assert.Equal(TimeSpan.FromMilliseconds(10), record.Duration));
    }

    /// <remarks>In flight at the stall's end are those that it delays, and for an open loop those that it would have had anyhow.</remarks>
    [Fact]
    public async Task AStall_MeetsAllThatAnOpenLoopMeantToSend_AndOfAClosedLoopWhatItHasInFlight()
    {
        var stall = new OriginOptions { StallAtMs = 300, StallMs = 1000 };
        await using var site = await OriginSite.StartAsync(stall, OriginFixture.OriginPath, Cancelled);
        var pages = site.Pages(100, latencyMs: 40);

        var closed = await site.RunAsync(Fetch.Async(4), pages, cancellationToken: Cancelled);
        var open = await site.RunAsync(Fetch.OpenLoop(100), pages, cancellationToken: Cancelled);

        Assert.InRange(closed.Origin!.PeakInFlight, 1, 4);
        // All but those that were answered before: they come while nobody is answered.
        Assert.InRange(open.Origin!.PeakInFlight, 50, 100);
        Assert.Null(closed.CorrectedLatency);
        Assert.NotNull(open.CorrectedLatency);
    }
}
