namespace FetchLab;

/// <summary>How long to wait after a failed attempt. Without a seed there is no jitter.</summary>
internal sealed record Backoff(double BaseMs, double CapMs, int? Seed)
{
    /// <param name="failed">The attempt that failed.</param>
    /// <param name="retry">Which retry the wait is before, from 0; several layers of retries each count their own.</param>
    public TimeSpan After(FetchRecord failed, int retry) => After(failed.Index, failed.Attempt, failed.RetryAfter, retry);

    /// <param name="page">The index of the page whose attempt failed.</param>
    /// <param name="attempt">The attempt that failed, from 1.</param>
    /// <param name="retryAfter">How long its reply asked to be left alone.</param>
    /// <param name="retry">Which retry the wait is before, from 0.</param>
    public TimeSpan After(int page, int attempt, TimeSpan? retryAfter, int retry)
    {
        var most = Math.Min(CapMs, BaseMs * Math.Pow(2, retry));
        var share = Seed is { } seed ? Share(seed, page, attempt) : 1;
        var wait = TimeSpan.FromMilliseconds(share * most);
        return retryAfter > wait ? retryAfter.Value : wait;
    }

    /// <summary>
    /// From 0 to 1, as good as random and always the same for the same three: what a shared generator gave would depend on who
    /// asked first.
    /// </summary>
    private static double Share(int seed, int page, int attempt)
    {
        var mixed = Mix(Mix(Mix((uint)seed) + (uint)page) + (uint)attempt);
        return (mixed >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>The step and output function of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).</summary>
    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
