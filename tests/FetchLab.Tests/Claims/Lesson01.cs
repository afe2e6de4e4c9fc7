namespace FetchLab.Tests.Claims;

/// <summary>One at a time: T = ΣLᵢ on one thread and one connection; a client a request pays a connection a page.</summary>
public sealed class Lesson01(OriginFixture origin)
{
    private const int PageCount = 12;

    private static readonly VirtualSite _virtual = new();
    private static readonly double[] _latencies = [10, 80, 30, 5];

    [Fact]
    public async Task TheWaits_AddUp()
    {
        var run = await _virtual.RunAsync(Fetch.OneAtATime, _virtual.Pages(_latencies), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(TimeSpan.FromMilliseconds(125), run.Makespan);
        Assert.Equal(run.Predicted.Makespan, run.Makespan);
    }

    [Fact]
    public async Task OneSlowPage_TakesLongerThanManyQuickOnes()
    {
        var quick = await _virtual.RunAsync(Fetch.OneAtATime, _virtual.Pages([25, 25, 25, 25, 25, 25, 25, 25]), cancellationToken: TestContext.Current.CancellationToken);
        var slow = await _virtual.RunAsync(Fetch.OneAtATime, _virtual.Pages([100, 100, 100, 100]), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(2, slow.Makespan / quick.Makespan);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    public async Task AClientPerRequest_PaysAConnectionForEachPage(int connectMs)
    {
        var costly = new FetchOptions { ConnectDelay = TimeSpan.FromMilliseconds(connectMs) };

        var run = await _virtual.RunAsync(Fetch.ClientPerRequest, _virtual.Pages(_latencies), costly, TestContext.Current.CancellationToken);

        Assert.Equal(TimeSpan.FromMilliseconds(125 + 4 * connectMs), run.Makespan);
        Assert.Equal(4, run.Origin!.Connections);
    }

    [Fact]
    public async Task TheOrigin_CountsOneConnectionForAKeptClient_AndOneAPageWithout()
    {
        var pages = origin.Site.Pages(PageCount, latencyMs: 2);
        var kept = await origin.Site.RunAsync(Fetch.OneAtATime, pages, cancellationToken: TestContext.Current.CancellationToken);
        var each = await origin.Site.RunAsync(Fetch.ClientPerRequest, pages, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(new OriginCounts(PageCount, 1, 1), kept.Origin);
        Assert.Equal(new OriginCounts(PageCount, PageCount, 1), each.Origin);
        Assert.Single(kept.Records.SelectMany(record => new[] { record.ThreadIdAtStart, record.ThreadIdAtEnd }).Distinct());
        Assert.Equal(Environment.ProcessId, Assert.Single(kept.Records.Select(record => record.ProcessId).Distinct()));
    }
}
