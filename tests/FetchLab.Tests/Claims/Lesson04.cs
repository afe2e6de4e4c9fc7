namespace FetchLab.Tests.Claims;

/// <summary>How many workers: the slots of the server say from where on more of them bring nothing.</summary>
public sealed class Lesson04
{
    private const int Slots = 4;
    private static readonly TimeSpan _latency = TimeSpan.FromMilliseconds(40);
    private static readonly TimeSpan _service = TimeSpan.FromMilliseconds(10);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(20)]
    [InlineData(40)]
    public async Task TasksAndThreads_TakeTheSame_WithinTheBounds(int inFlight)
    {
        var site = new VirtualSite(Slots);
        var pages = site.Pages(20 * inFlight, 40, 2000, serviceMs: 10);

        var tasks = await site.RunAsync(Fetch.Async(inFlight), pages, cancellationToken: Cancelled);
        var threads = await site.RunAsync(Fetch.Threads(inFlight), pages, cancellationToken: Cancelled);

        Assert.Equal(threads.Makespan, tasks.Makespan);
        var least = Formula.MakespanOnSlots(pages.Count, inFlight, _latency, _service, Slots);
        Assert.InRange(threads.Makespan, least, least + _latency + _service);
    }

    [Fact]
    public async Task BeyondTheKnee_MoreInFlight_BringNothing()
    {
        var site = new VirtualSite(Slots);
        var pages = site.Pages(400, 40, 2000, serviceMs: 10);

        var knee = await site.RunAsync(Fetch.Threads(20), pages, cancellationToken: Cancelled);
        var beyond = await site.RunAsync(Fetch.Threads(80), pages, cancellationToken: Cancelled);

        Assert.Equal(20, Formula.Knee(Slots, _latency, _service));
        Assert.Equal(beyond.Makespan, knee.Makespan);
    }

    /// <remarks>Sums and span are taken apart from one another, so the identity can fail.</remarks>
    [Fact]
    public async Task Little_HoldsOnWhatTheOriginMeasured()
    {
        await using var site = await OriginSite.StartAsync(new OriginOptions { Slots = 2 }, OriginFixture.OriginPath, Cancelled);
        var pages = site.Pages(40, new PageSpec { Latency = 5, Service = 3 });

        var run = await site.RunAsync(Fetch.Async(8), pages, cancellationToken: Cancelled);

        var times = await site.TimesAsync(run.RunId, Cancelled);
        var log = await site.LogAsync(run.RunId, Cancelled);
        var inside = log.Average(line => line.Left - line.Arrival);
        Assert.Equal(40, log.Count);
        Assert.Equal(times.MeanInFlight, log.Count / times.SpanMs * inside, tolerance: 0.05);
    }
}
