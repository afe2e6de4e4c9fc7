namespace FetchLab;

/// <summary>What comes of a page, or of one attempt at it, in the mean.</summary>
/// <param name="Attempts">How many attempts it takes.</param>
/// <param name="Failure">The probability that it fails.</param>
/// <param name="Latencies">How often the page's latency lies in its time.</param>
/// <param name="Waits">What else lies in its time: the waits between attempts.</param>
internal readonly record struct ExpectedFetch(double Attempts, double Failure, double Latencies, TimeSpan Waits)
{
    /// <summary>One attempt.</summary>
    public static ExpectedFetch Once(double failure) => new(Attempts: 1, failure, Latencies: 1, TimeSpan.Zero);
}
