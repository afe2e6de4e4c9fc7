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
        Check.Between(1, 100, layers, "layers", "2");
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
        Check.AtLeast(0, attempts, "attempts", "100");
        Check.AtLeast(1, burst, "burst", "10");
        Check.Between(0.001, TimeSpan.TicksPerSecond, permitsPerSecond, "permitsPerSecond", "40");
        return Round(Math.Max(0.0, (double)attempts - burst) / permitsPerSecond * TimeSpan.TicksPerSecond);
    }

    private static void CheckRetries(double failure, int retries)
    {
        Check.Between(0, 1, failure, "failure", "0.1");
        Check.Between(0, MostRetries, retries, "retries", "3");
    }
}
