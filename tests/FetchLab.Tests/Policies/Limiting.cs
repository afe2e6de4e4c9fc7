using FetchLab.Tests.Measuring;

namespace FetchLab.Tests.Policies;

public sealed class Limiting : PolicyRuns
{
    [Fact]
    public async Task Permits_ComeAtTheirRate_AfterTheBurst()
    {
        await using var server = new ScriptedServer(ScriptedServer.Page);

        var run = await RunAsync(Fetch.OneAtATime.With(Policy.Limit(perSecond: 10, burst: 2)), server.Pages(5));

        Assert.Equal(Ms(0, 0, 100, 200, 300), run.Records.Select(record => record.Started));
        Assert.Equal(Ms(0, 0, 100, 100, 100), run.Records.Select(record => record.QueueWait));
    }

    /// <remarks>
    /// The clock moves for each who waits, so that all but the instants is exact here: five permits, three of them waited for.
    /// </remarks>
    [Fact]
    public async Task EveryPage_WaitsForOnePermit_WhereAllStartAtOnce()
    {
        await using var server = new ScriptedServer(ScriptedServer.Page);

        var run = await RunAsync(Fetch.OneThreadAsync.With(Policy.Limit(perSecond: 10, burst: 2)), server.Pages(5));

        Assert.Equal((5, 5, 0), (run.Pages, run.Requests, run.Failed));
        Assert.True(run.Records.Max(record => record.Started) >= TimeSpan.FromMilliseconds(300));
        Assert.Single(run.Records.SelectMany(record => new[] { record.ThreadIdAtStart, record.ThreadIdAtEnd }).Distinct());
    }

    [Theory]
    [InlineData(true, new[] { 0.0, 1000, 2000, 3000 })]
    [InlineData(false, new[] { 0.0, 0, 1000, 1000 })]
    public async Task ALimitInsideOfRetries_CountsAttempts_AndOutsideOfThemPages(bool inside, double[] startedMs)
    {
        await using var server = new ScriptedServer(
            ScriptedServer.Refusal(Broken), ScriptedServer.Page, ScriptedServer.Refusal(Broken), ScriptedServer.Page);
        var (retry, limit) = (Policy.Retry(1, baseMs: 0), Policy.Limit(perSecond: 1));

        var run = await RunAsync(inside ? Fetch.OneAtATime.With(retry, limit) : Fetch.OneAtATime.With(limit, retry), server.Pages(2));

        Assert.Equal([(0, 1), (0, 2), (1, 1), (1, 2)], run.Records.Select(record => (record.Index, record.Attempt)));
        Assert.Equal(Ms(startedMs), run.Records.Select(record => record.Started));
    }

    [Fact]
    public void ABucket_FillsUpAgain_AndNoFurther()
    {
        var clock = new SkippingClock();
        var bucket = new TokenBucket(perSecond: 10, burst: 2, clock);

        Assert.Equal(Ms(0, 0, 100), Dues(bucket, 3));

        // Due at 200, and full at 300; at 1000 there are two permits, not eight.
        clock.CreateTimer(_ => { }, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan).Dispose();
        Assert.Equal(Ms(900, 1000, 1100, 1200), Dues(bucket, 4));
    }

    [Fact]
    public void ALimit_IsPredicted_WhereItIsTheLongest()
    {
        var strategy = Fetch.Threads(10).With(Policy.Limit(perSecond: 10, burst: 5));

        // Ten rounds of 50 ms against the last of 100 pages, which starts at (100−5)/10 s.
        var limited = strategy.Predict([.. Enumerable.Repeat(TimeSpan.FromMilliseconds(50), 100)]);
        Assert.Equal((TimeSpan.FromSeconds(9.55), "≥ (N−b)/q + min Lᵢ", true), (limited.Makespan, limited.Formula, limited.IsLowerBound));

        var free = strategy.Predict([.. Enumerable.Repeat(TimeSpan.FromMilliseconds(50), 5)]);
        Assert.Equal((TimeSpan.FromMilliseconds(50), "⌈N/W⌉·L", true), (free.Makespan, free.Formula, free.IsLowerBound));
    }

    private static TimeSpan[] Dues(TokenBucket bucket, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => bucket.Take().Due).Select(due => due < TimeSpan.Zero ? TimeSpan.Zero : due)];
}
