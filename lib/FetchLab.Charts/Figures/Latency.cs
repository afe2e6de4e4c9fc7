namespace FetchLab.Charts;

/// <summary>How long one fetch took for who waited for it: the one place where figures take it from.</summary>
internal static class Latency
{
    /// <summary>
    /// From the start of the request to its last byte, as a closed loop counts. In an open loop it has to count from the
    /// instant at which the request was meant to start, or the waits that a stall causes are lost (coordinated omission).
    /// </summary>
    public static TimeSpan Of(FetchRecord record) => record.Duration;
}
