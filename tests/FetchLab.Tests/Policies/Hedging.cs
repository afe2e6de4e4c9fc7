namespace FetchLab.Tests.Policies;

/// <summary>Two attempts at once against the origin, whose first attempts hang and whose second ones do not.</summary>
public sealed class Hedging(OriginFixture origin)
{
    private const int PageCount = 6;

    public static TheoryData<FetchStrategy> Strategies => [Fetch.OneAtATime, Fetch.OneThreadAsync, Fetch.Threads(3), Fetch.Async(3)];

    [Theory]
    [MemberData(nameof(Strategies), DisableDiscoveryEnumeration = true)]
    public async Task WhereTheFirstHangs_TheSecondBringsThePage(FetchStrategy strategy)
    {
        var run = await RunAsync(strategy);

        Assert.Equal((PageCount, 0, 2 * PageCount), (run.Pages, run.Failed, run.Origin!.Requests));
        Assert.Equal(
            Enumerable.Range(0, PageCount).SelectMany(page => new[] { (page, 1), (page, 2) }),
            run.Records.Select(record => (record.Index, record.Attempt)));
        Assert.All(run.LastAttempts, record => Assert.Equal((2, 200), (record.Attempt, record.Status!.Value)));
    }

    [Fact]
    public async Task OnOneThread_BothAttemptsStayThere()
    {
        var run = await RunAsync(Fetch.OneThreadAsync);

        Assert.Single(run.Records.SelectMany(record => new[] { record.ThreadIdAtStart, record.ThreadIdAtEnd }).Distinct());
    }

    [Fact]
    public async Task WhereThreadsBlock_TheSecondHasAThreadOfItsOwn()
    {
        var run = await RunAsync(Fetch.OneAtATime);

        var first = run.Records.Where(record => record.Attempt == 1).Select(record => record.ThreadIdAtStart).Distinct().Single();
        Assert.DoesNotContain(first, run.Records.Where(record => record.Attempt == 2).Select(record => record.ThreadIdAtStart));
    }

    private Task<FetchRun> RunAsync(FetchStrategy strategy) => origin.Site.RunAsync(
        strategy.With(Policy.Hedge(10)),
        origin.Site.Pages(PageCount, new PageSpec { Latency = 0, Fail = "hang,ok" }),
        new FetchOptions { Warm = false },
        TestContext.Current.CancellationToken);
}
