namespace FetchLab.Tests.Claims;

/// <summary>Threads: as many waits overlap as there are threads.</summary>
public sealed class Lesson03(OriginFixture origin)
{
    private static readonly VirtualSite _site = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, 5000)]
    [InlineData(10, 500)]
    [InlineData(50, 100)]
    [InlineData(99, 100)]
    [InlineData(100, 50)]
    [InlineData(128, 50)]
    public async Task PagesThatTakeTheSame_GoInRounds(int workers, int milliseconds)
    {
        var run = await _site.RunAsync(Fetch.Threads(workers), _site.Pages(100, latencyMs: 50), cancellationToken: Cancelled);

        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), run.Makespan);
        Assert.Equal(Formula.MakespanInRounds(100, workers, TimeSpan.FromMilliseconds(50)), run.Makespan);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    public async Task PagesThatDiffer_StayBetweenTheBounds(int workers)
    {
        var pages = _site.Pages(Enumerable.Range(1, 37).Select(page => 7.0 * page % 50 + 1));

        var run = await _site.RunAsync(Fetch.Threads(workers), pages, cancellationToken: Cancelled);

        TimeSpan[] latencies = [.. pages.Select(page => page.Latency)];
        Assert.InRange(run.Makespan, Formula.LeastMakespan(latencies, workers), Formula.MostMakespan(latencies, workers));
    }

    [Fact]
    public async Task OneThread_IsNoFasterThanOneAtATime()
    {
        var pages = _site.Pages([10, 20, 30, 40]);

        var thread = await _site.RunAsync(Fetch.Threads(1), pages, cancellationToken: Cancelled);
        var one = await _site.RunAsync(Fetch.OneAtATime, pages, cancellationToken: Cancelled);

        Assert.Equal(one.Makespan, thread.Makespan);
    }

    [Fact]
    public async Task Threads_HaveAsManyInFlight_AsThereAre()
    {
        var run = await origin.Site.RunAsync(Fetch.Threads(8), origin.Site.Pages(24, new PageSpec { Gate = 8 }), cancellationToken: Cancelled);

        Assert.Equal(new OriginCounts(24, Connections: 8, PeakInFlight: 8), run.Origin);
    }
}
