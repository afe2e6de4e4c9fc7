namespace FetchLab;

public static partial class Formula
{
    /// <summary>A run with more retries than this has another fault.</summary>
    private const int MostRetries = 1_000;

    /// <summary>E[attempts] = Σₖ₌₀..ₘ pᵏ a page, where attempts fail independently: m+1 at p = 1.</summary>
    /// <remarks>Attempt k+1 is made if the k before it failed, which has the probability pᵏ.</remarks>
    /// <param name="failure">p, the probability that one attempt fails, from 0 to 1.</param>
    /// <param name="retries">m, how often a failed page is tried again, from 0 to 1,000.</param>
    /// <exception cref="FetchLabException">A value is out of its range.</exception>
    public static double ExpectedAttempts(double failure, int retries)
    {
        CheckRetries(failure, retries);
        var sum = 0.0;
        for (var attempt = 0; attempt <= retries; attempt++)
            sum += Math.Pow(failure, attempt);
        return sum;
    }

    /// <summary>
    /// Σₖ₌₁..ₘ pᵏ·u·min(cap, base·2^(k−1)): what a page waits between its attempts on average. u is ½, the mean of a full jitter,
    /// or 1 where there is none.
    /// </summary>
    /// <remarks>The k-th wait comes after k failures, and has the probability pᵏ.</remarks>
    /// <param name="failure">p, the probability that one attempt fails, from 0 to 1.</param>
    /// <param name="retries">m, how often a failed page is tried again, from 0 to 1,000.</param>
    /// <param name="baseWait">The first wait's upper end, at least 0.</param>
    /// <param name="cap">Every wait's upper end, at least 0.</param>
    /// <param name="jitter">Whether each wait is drawn, evenly from 0 to its upper end.</param>
    /// <exception cref="FetchLabException">A value is out of its range.</exception>
    public static TimeSpan ExpectedBackoff(
        double failure, int retries, TimeSpan baseWait, TimeSpan cap, bool jitter = true)
    {
        CheckRetries(failure, retries);
        Duration(baseWait, "baseWait", "100 ms");
        Duration(cap, "cap", "10 s");
        var sum = 0.0;
        for (var retry = 1; retry <= retries; retry++)
            sum += Math.Pow(failure, retry) * Math.Min(cap.Ticks, baseWait.Ticks * Math.Pow(2, retry - 1));
        return Round(jitter ? sum / 2 : sum);
    }

    /// <summary>1 − p^(m+1): the probability that a page comes in the end, where attempts fail independently.</summary>
    /// <param name="failure">p, the probability that one attempt fails, from 0 to 1.</param>
    /// <param name="retries">m, how often a failed page is tried again, from 0 to 1,000.</param>
    /// <exception cref="FetchLabException">A value is out of its range.</exception>
    public static double SuccessWithRetries(double failure, int retries)
    {
        CheckRetries(failure, retries);
        return 1 - Math.Pow(failure, retries + 1);
    }

    /// <summary>
    /// (m+1)^layers: the attempts at the bottom for one page that never comes, where each layer retries on its own.
    /// </summary>
    /// <param name="retries">m, the retries of every layer, from 0 to 1,000.</param>
    /// <param name="layers">From 1 to 100.</param>
    /// <exception cref="FetchLabException">A value is out of its range.</exception>
    public static double AttemptsThroughLayers(int retries, int layers)
    {
        CheckRetries(failure: 1, retries);
        Require.Between(1, 100, layers, "layers", "2");
        return Math.Pow(retries + 1, layers);
    }

    /// <summary>
    /// T ≥ max(0, A−b)/q: when the last of A attempts starts at the earliest under a token bucket that is full at first.
    /// </summary>
    /// <remarks>b attempts start at once, and each other waits for a permit of its own.</remarks>
    /// <param name="attempts">A, at least 0.</param>
    /// <param name="burst">b, the permits that the bucket holds, at least 1.</param>
    /// <param name="permitsPerSecond">q, from 0.001 to 10,000,000.</param>
    /// <exception cref="FetchLabException">A value is out of its range.</exception>
    public static TimeSpan LeastLastStart(int attempts, int burst, double permitsPerSecond)
    {
        Require.AtLeast(0, attempts, "attempts", "100");
        Require.AtLeast(1, burst, "burst", "10");
        Require.Between(0.001, TimeSpan.TicksPerSecond, permitsPerSecond, "permitsPerSecond", "40");
        return Round(Math.Max(0.0, (double)attempts - burst) / permitsPerSecond * TimeSpan.TicksPerSecond);
    }

    /// <summary>
    /// n + C − 1 + ⌊T/pause⌋: the most requests that a breaker lets through in the time T, where all of them fail. It opens at
    /// the n-th failure, when C − 1 others may be in flight; then it lets one through after each pause.
    /// </summary>
    /// <param name="minimum">n, the failures after which it opens, at least 1, all within its sampling time.</param>
    /// <param name="inFlight">C, at least 1.</param>
    /// <param name="time">T, at least 0.</param>
    /// <param name="pause">How long it stays open, more than 0.</param>
    /// <exception cref="FetchLabException">A value is out of its range.</exception>
    public static double MostThroughBreaker(int minimum, int inFlight, TimeSpan time, TimeSpan pause)
    {
        Require.AtLeast(1, minimum, "minimum", "10");
        Require.AtLeast(1, inFlight, "inFlight", "10");
        Duration(time, "time", "10 s");
        return pause > TimeSpan.Zero
            ? minimum + inFlight - 1.0 + Math.Floor(time / pause)
            : throw new FetchLabException($"pause must be more than 0 ms, but was {pause.ToText()}; try 5 s.");
    }

    private static void CheckRetries(double failure, int retries)
    {
        Require.Between(0, 1, failure, "failure", "0.1");
        Require.Between(0, MostRetries, retries, "retries", "3");
    }
}
