namespace FetchLab.Tests.Claims;

/// <summary>One thread, many waits: max Lᵢ ≤ T, the reader's code on one thread, results as they complete, and errors kept.</summary>
public sealed class Lesson02(OriginFixture origin)
{
    private static readonly VirtualSite _virtual = new();
    private static readonly double[] _latencies = [60, 10, 80, 30];

    public static TheoryData<FetchStrategy> AllAtOnce { get; } = [Fetch.OneThreadAsync, Fetch.Async()];

    [Theory]
    [MemberData(nameof(AllAtOnce))]
    public async Task TheLongestWait_IsTheWhole(FetchStrategy strategy)
    {
        var run = await _virtual.RunAsync(strategy, _virtual.Pages(_latencies), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(TimeSpan.FromMilliseconds(80), run.Makespan);
        Assert.Equal([1, 3, 0, 2], run.AsCompleted.Select(record => record.Index));
        Assert.Equal([0, 1, 2, 3], run.Records.Select(record => record.Index));
    }

    [Fact]
    public async Task AtMostSoMany_TakeRounds()
    {
        var run = await _virtual.RunAsync(Fetch.OneThreadAsyncAtMost(10), _virtual.Pages(95), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(TimeSpan.FromMilliseconds(500), run.Makespan);
    }

    [Fact]
    public async Task OneFailure_IsARecord_AndTheOthersArrive()
    {
        var pages = _virtual.Pages(_latencies).ToArray();
        pages[1] = _virtual.Failing(pages[1], PageFailure.Status500);

        var run = await _virtual.RunAsync(Fetch.OneThreadAsync, pages, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(1, run.Failed);
        Assert.Equal(1, Assert.Single(run.Records, record => record.Error is not null).Index);
        Assert.Equal(TimeSpan.FromMilliseconds(80), run.Makespan);
    }

    [Fact]
    public async Task OneThread_HasAllPagesInFlight()
    {
        var pages = origin.Site.Pages(20, new PageSpec { Latency = 5, Gate = 20 });

        var run = await origin.Site.RunAsync(Fetch.OneThreadAsync, pages, new() { Warm = false }, TestContext.Current.CancellationToken);

        Assert.Equal(20, run.Origin!.PeakInFlight);
        Assert.Single(run.Records.SelectMany(record => new[] { record.ThreadIdAtStart, record.ThreadIdAtEnd }).Distinct());
        Assert.True(run.PeakThreads > 1);
    }

    /// <remarks>At once they come under the rate's burst of 5; one at a time, each 40 ms after the one before, under its 50 a second.</remarks>
    [Fact]
    public async Task ARateLimit_RefusesAllAtOnce_AndNoneInTurn()
    {
        await using var limited = await OriginSite.StartAsync(new() { Rate = 50, Burst = 5 }, OriginFixture.OriginPath, TestContext.Current.CancellationToken);
        var pages = limited.Pages(15, latencyMs: 40);

        var inTurn = await limited.RunAsync(Fetch.OneAtATime, pages, cancellationToken: TestContext.Current.CancellationToken);
        var atOnce = await limited.RunAsync(Fetch.OneThreadAsync, pages, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(0, inTurn.Failed);
        Assert.True(atOnce.Failed > 0);
        Assert.All(atOnce.Records, record => Assert.True(record.Status is 200 or 429));
    }
}
