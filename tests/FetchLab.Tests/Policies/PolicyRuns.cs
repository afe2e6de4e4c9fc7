using FetchLab.Tests.Measuring;

namespace FetchLab.Tests.Policies;

/// <summary>What the tests of policies share: replies, a clock that waits for nothing, and how a run is started.</summary>
public abstract class PolicyRuns
{
    protected const string Broken = "500 Internal Server Error";
    protected const string TooMany = "429 Too Many Requests";

    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    internal SkippingClock Clock { get; } = new();

    protected Task<FetchRun> RunAsync(FetchStrategy strategy, IReadOnlyList<Page> pages) =>
        strategy.RunAsync(pages, new FetchOptions { Warm = false, TimeProvider = Clock }, Cancelled);

    protected static TimeSpan[] Ms(params double[] milliseconds) => [.. milliseconds.Select(TimeSpan.FromMilliseconds)];
}
