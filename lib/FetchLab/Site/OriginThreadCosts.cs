namespace FetchLab;

/// <summary>
/// What a strategy that <see cref="FetchStrategy.IsThreaded"/> pays for each page on top, in ms. The site writes it into the
/// addresses that such a strategy asks for, where they do not say otherwise.
/// </summary>
/// <param name="SetupMs">More latency for each fetch.</param>
/// <param name="HandoverMs">What a page takes of the shared link for each other request of the run in flight.</param>
public sealed record OriginThreadCosts(double SetupMs, double HandoverMs)
{
    /// <summary>No costs.</summary>
    public static OriginThreadCosts None { get; } = new(0, 0);

    /// <exception cref="FetchLabException">A time is out of range.</exception>
    internal void Validate()
    {
        Require.Between(0, 60_000, SetupMs, "setupMs", "2");
        Require.Between(0, 60_000, HandoverMs, "handoverMs", "0.87");
    }
}
