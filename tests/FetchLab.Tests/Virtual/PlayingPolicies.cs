namespace FetchLab.Tests.Virtual;

/// <summary>What predictions make of policies, against the policies themselves: to the tick where it is known what fails.</summary>
public sealed class PlayingPolicies
{
    private const int PageCount = 30;

    private readonly VirtualSite _site = new();

    public static TheoryData<FetchStrategy> Exact => EveryStrategy.Exact;

    public static TheoryData<string, Policy[]> Retries => new()
    {
        { "without jitter", [Policy.Retry(2, baseMs: 100, jitter: false)] },
        { "with jitter", [Policy.Retry(3, baseMs: 40, seed: 7)] },
        { "in two layers", [Policy.Retry(1, baseMs: 30, seed: 3), Policy.Retry(2, baseMs: 10, capMs: 15)] },
        { "of hedged attempts", [Policy.Retry(1, baseMs: 30), Policy.Hedge(25)] },
        { "beside a breaker that stays closed", [Policy.Retry(2), Policy.Breaker(failureRatio: 1, minimum: 1000)] },
    };

    [Theory]
    [MemberData(nameof(Exact), DisableDiscoveryEnumeration = true)]
    public async Task WhereFailuresAreKnown_TheMakespanIsThePrediction(FetchStrategy strategy)
    {
        var (pages, failing) = Failing(seed: 4);
        var policed = strategy.With(Policy.Retry(2, baseMs: 100, seed: 5));

        var run = await RunAsync(policed, pages);

        Assert.Equal(policed.Predict(pages, Fails).Makespan, run.Makespan);
        Assert.Equal(run.Makespan, run.PredictedFromHeld!.Makespan);
        Assert.Equal(failing.Sum(times => Math.Min(times, 2)) + PageCount, run.Attempts);

        bool Fails(int page, int attempt) => attempt <= failing[page];
    }

    [Theory]
    [MemberData(nameof(Retries), DisableDiscoveryEnumeration = true)]
    public async Task EveryArrangementOfRetries_IsPlayed(string name, Policy[] policies)
    {
        var (pages, failing) = Failing(seed: 8);
        var strategy = Fetch.Threads(4).With(policies);

        var run = await RunAsync(strategy, pages);

        var prediction = strategy.Predict(pages, (page, attempt) => attempt <= failing[page]);
        Assert.Equal((name, prediction.Makespan), (name, run.Makespan));
    }

    [Fact]
    public async Task PoliciesOfTheOptions_ArePlayedToo()
    {
        var (pages, _) = Failing(seed: 9);
        var options = new FetchOptions { Policies = [Policy.Retry(2, baseMs: 20)] };

        var run = await _site.RunAsync(Fetch.Async(4).With(Policy.Retry(1, baseMs: 30)), pages, options, Cancelled);

        Assert.Equal(run.Makespan, run.PredictedFromHeld!.Makespan);
        Assert.True(run.Predicted.IsLowerBound);
        Assert.True(run.Predicted.Makespan < run.Makespan);
    }

    /// <remarks>
    /// All pages ask at once and keep asking, so that the bucket is never full after its burst: the last of all attempts starts
    /// when the formula says, and all take the same.
    /// </remarks>
    [Fact]
    public async Task UnderALimit_TheLastAttemptStartsWhenTheFormulaSays()
    {
        var pages = _site.Pages(PageCount).Select((page, place) => place < 10 ? _site.Failing(page, PageFailure.Status500, attempts: 1) : page).ToArray();
        var strategy = Fetch.Async().With(Policy.Retry(1, baseMs: 0), Policy.Limit(perSecond: 100, burst: 5));

        var run = await RunAsync(strategy, pages);

        Assert.Equal(Formula.LeastLastStart(attempts: 40, burst: 5, permitsPerSecond: 100), run.Records.Max(record => record.Started));
        var prediction = strategy.Predict(pages, (page, attempt) => page < 10 && attempt == 1);
        Assert.Equal((run.Makespan, "≥ (A−b)/q + min Lᵢ", true), (prediction.Makespan, prediction.Formula, prediction.IsLowerBound));
    }

    /// <remarks>Four pages of 50 ms, each of them 1.75 times, and 0.5·100 + 0.25·200 ms between the attempts.</remarks>
    [Fact]
    public void WhereFailuresAreChance_TheMeanIsPredicted()
    {
        var pages = _site.Pages(4);

        var prediction = Fetch.OneAtATime.With(Policy.Retry(2, baseMs: 100, jitter: false)).Predict(pages, failure: 0.5);

        Assert.Equal((750, "ΣLᵢ with 1.75 attempts a page"), (prediction.Makespan.TotalMilliseconds, prediction.Formula));
    }

    /// <remarks>Each layer makes two tries; the outer one again with the probability ¼ that both inner ones fail.</remarks>
    [Theory]
    [InlineData(0.5, 1.875)]
    [InlineData(1, 4)]
    public void LayersOfRetries_MultiplyInTheMean(double failure, double attempts)
    {
        var none = Policy.Retry(1, baseMs: 0);

        var prediction = Fetch.OneAtATime.With(none, none).Predict(_site.Pages(100), failure);

        Assert.Equal(attempts * 100 * 50, prediction.Makespan.TotalMilliseconds, tolerance: 0.01);
    }

    /// <remarks>The standard error of 20,000 pages is below a hundredth of their mean.</remarks>
    [Fact]
    public void TheMean_IsThatOfManyPages()
    {
        var random = new Random(3);
        var pages = _site.Pages(20_000);
        var strategy = Fetch.OneAtATime.With(Policy.Retry(1, baseMs: 50), Policy.Retry(2, baseMs: 100));

        var mean = strategy.Predict(pages, failure: 0.4).Makespan;
        var played = strategy.Predict(pages, (_, _) => random.NextDouble() < 0.4).Makespan;

        Assert.InRange(played / mean, 0.97, 1.03);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task ABreaker_LetsThroughNoMoreThanTheFormulaSays(int workers)
    {
        var pages = _site.Pages(8).Select(page => _site.Failing(page, PageFailure.Status500)).ToArray();
        var strategy = Fetch.Threads(workers).With(
            Policy.Retry(9, baseMs: 2000, capMs: 2000, jitter: false), Policy.Breaker(failureRatio: 1, minimum: 3, breakMs: 5000));

        var run = await RunAsync(strategy, pages);

        var most = Formula.MostThroughBreaker(minimum: 3, workers, run.Makespan, TimeSpan.FromSeconds(5));
        Assert.InRange(run.Requests, 3, most);
        Assert.Equal(80, run.Attempts);
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Pages of which each fails so many times before it comes.</summary>
    private (Page[] Pages, int[] Failing) Failing(int seed)
    {
        var random = new Random(seed);
        int[] failing = [.. Enumerable.Range(0, PageCount).Select(_ => Math.Max(0, random.Next(-3, 5)))];
        var pages = _site.Pages(failing.Select(_ => (double)random.Next(10, 60)));
        return ([.. pages.Select((page, place) => failing[place] == 0 ? page : _site.Failing(page, PageFailure.Status500, failing[place]))], failing);
    }

    private Task<FetchRun> RunAsync(FetchStrategy strategy, IReadOnlyList<Page> pages) =>
        _site.RunAsync(strategy, pages, options: null, Cancelled);
}
