namespace FetchLab.Tests.Virtual;

/// <summary>Policies wait on the clock of the run, so that in virtual time what they cost is exact too.</summary>
public sealed class KeepingPolicies
{
    private const int PageCount = 20;

    private readonly VirtualSite _site = new();

    public static TheoryData<FetchStrategy> Exact => EveryStrategy.Exact;

    /// <remarks>Three attempts of 50 ms with 100 and 200 ms between them.</remarks>
    [Theory]
    [MemberData(nameof(Exact), DisableDiscoveryEnumeration = true)]
    public async Task APageThatKeepsFailing_TakesItsAttemptsAndWhatLiesBetween(FetchStrategy strategy)
    {
        var pages = _site.Pages(PageCount).ToArray();
        pages[3] = _site.Failing(pages[3], PageFailure.Status500);

        var run = await RunAsync(strategy.With(Policy.Retry(2, baseMs: 100, jitter: false)), pages);

        var attempts = run.Records.Where(record => record.Index == 3).ToArray();
        Assert.Equal([1, 2, 3], attempts.Select(record => record.Attempt));
        Assert.Equal([0, 150, 400], attempts.Select(record => (record.Started - attempts[0].Started).TotalMilliseconds));
        Assert.Equal(PageCount + 2, run.Origin!.Requests);
    }

    /// <remarks>The last of twenty permits, at one each 10 ms, is given at 190 ms.</remarks>
    [Fact]
    public async Task ALimit_StartsThePagesAtItsRate()
    {
        var run = await RunAsync(Fetch.Async().With(Policy.Limit(perSecond: 100)), _site.Pages(PageCount));

        Assert.Equal(
            Enumerable.Range(0, PageCount).Select(place => place * 10.0),
            run.Records.Select(record => record.Started.TotalMilliseconds));
        Assert.Equal(TimeSpan.FromMilliseconds(240), run.Makespan);
    }

    private Task<FetchRun> RunAsync(FetchStrategy strategy, IReadOnlyList<Page> pages) =>
        _site.RunAsync(strategy, pages, options: null, TestContext.Current.CancellationToken);
}
