using Polly;

namespace FetchLab;

/// <summary>
/// What is done about requests that fail, or that come too fast. Any strategy takes policies:
/// <c>Fetch.Threads(10).With(Policy.Retry(3), Policy.Limit(perSecond: 100))</c>. The first one is outermost: here each
/// attempt waits for a permit; the other way round, one permit would do for all attempts at a page.
/// </summary>
/// <remarks>
/// What counts as a failure is what may be gone the next time: no complete reply, and the statuses 408, 429 and from 500 on.
/// All waits are on the run's clock. A run starts with fresh policies: its warm-up has none, and rehearses them apart.
/// </remarks>
public abstract class Policy
{
    private protected Policy()
    {
    }

    /// <summary>What tables and pictures call it, such as <c>3 retries</c>.</summary>
    public abstract string Name { get; }

    /// <summary>
    /// Asks again for a page that failed, after <c>u·min(cap, base·2^(a−1))</c> for attempt a that failed, with u from 0 to 1: the
    /// "full jitter" of M. Brooker, <i>Exponential Backoff and Jitter</i>, AWS Architecture Blog, 2015. A reply's
    /// <c>Retry-After</c> is waited for where it is longer.
    /// </summary>
    /// <param name="times">How many times at most, from 1 to 100, after the first.</param>
    /// <param name="baseMs">The first wait's upper end, from 0 to 60000 ms.</param>
    /// <param name="capMs">Every wait's upper end, from 0 to 600000 ms.</param>
    /// <param name="jitter">Whether u is drawn; false takes 1, so that all who failed together come back together.</param>
    /// <param name="seed">Decides u together with page and attempt: the same waits in every run, in whatever order.</param>
    /// <exception cref="FetchLabException">A value is out of range.</exception>
    public static Policy Retry(int times = 3, double baseMs = 100, double capMs = 10_000, bool jitter = true, int seed = 1)
    {
        Require.AtLeast(1, times, "times", "3");
        Require.Between(1, 100, times, "times", "3");
        Require.Between(0, 60_000, baseMs, "baseMs", "100");
        Require.Between(0, 600_000, capMs, "capMs", "10000");
        return new RetryPolicy(times, new Backoff(baseMs, capMs, jitter ? seed : null));
    }

    /// <summary>
    /// Holds requests back to a rate, by a token bucket: it holds <paramref name="burst"/> permits at first and gets
    /// <paramref name="perSecond"/> more a second, up to that many. They are given in the order in which they are asked for.
    /// </summary>
    /// <param name="perSecond">Permits a second, from 0.001 to 1000000.</param>
    /// <param name="burst">How many requests may go at once after a pause, from 1 to 1000000.</param>
    /// <exception cref="FetchLabException">A value is out of range.</exception>
    public static Policy Limit(double perSecond, int burst = 1)
    {
        Require.Between(0.001, 1_000_000, perSecond, "perSecond", "100");
        Require.AtLeast(1, burst, "burst", "1");
        Require.Between(1, 1_000_000, burst, "burst", "1");
        return new LimitPolicy(perSecond, burst);
    }

    /// <summary>
    /// Stops asking where too much fails: the breaker opens, and keeps requests back without sending them. After a while it
    /// lets one through; if that one's page arrives it closes, else it stays open for as long again.
    /// </summary>
    /// <param name="failureRatio">The share of failures at which it opens, from 0.01 to 1.</param>
    /// <param name="minimum">It opens only after so many requests within the sampling time, from 2 to 1000000.</param>
    /// <param name="samplingMs">How far back failures are counted, from 500 to 3600000 ms.</param>
    /// <param name="breakMs">How long it stays open, from 500 to 3600000 ms.</param>
    /// <exception cref="FetchLabException">A value is out of range.</exception>
    public static Policy Breaker(
        double failureRatio = 0.5, int minimum = 10, double samplingMs = 30_000, double breakMs = 5_000)
    {
        Require.Between(0.01, 1, failureRatio, "failureRatio", "0.5");
        Require.AtLeast(2, minimum, "minimum", "10");
        Require.Between(2, 1_000_000, minimum, "minimum", "10");
        Require.Between(500, 3_600_000, samplingMs, "samplingMs", "30000");
        Require.Between(500, 3_600_000, breakMs, "breakMs", "5000");
        return new BreakerPolicy(
            failureRatio, minimum, TimeSpan.FromMilliseconds(samplingMs), TimeSpan.FromMilliseconds(breakMs));
    }

    /// <summary>
    /// Asks a second time for a page that has not been answered for a while, and takes what comes first; the other attempt is
    /// given up, and its record says so. It cuts off the longest waits: "hedged requests" in J. Dean and L. A. Barroso,
    /// <i>The Tail at Scale</i>, CACM 56 (2013). Where a worker blocks its thread, the second attempt has another one.
    /// </summary>
    /// <param name="afterMs">How long the first attempt has for itself, from 1 to 600000 ms: p95 is a good choice.</param>
    /// <exception cref="FetchLabException">The time is out of range.</exception>
    public static Policy Hedge(double afterMs = 100)
    {
        Require.Between(1, 600_000, afterMs, "afterMs", "100");
        return new HedgePolicy(TimeSpan.FromMilliseconds(afterMs));
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>Adds what the policy does to the pipeline of one run, inside of what is there already.</summary>
    internal abstract void AddTo(ResiliencePipelineBuilder<FetchRecord> pipeline);

    /// <summary>What a page comes to under this policy, where what is inside can be played as often as it asks for.</summary>
    internal virtual PlayedFetch Play(PlayedPage page, Func<PlayedFetch> inner) => inner();

    /// <summary>What a page comes to in the mean, where attempts fail independently.</summary>
    internal virtual ExpectedFetch Expect(ExpectedFetch inner) => inner;
}
