namespace FetchLab;

/// <summary>What the origin measured of one run, or over its whole life, in ms: sums over the requests that have left.</summary>
/// <param name="MeanInFlight">How many were in, averaged over the span: throughput times the mean time inside (Little, 1961).</param>
/// <param name="SpanMs">From the first arrival to the last request that left.</param>
/// <param name="HeldMs">From arrival to reply: latency, queue and service.</param>
/// <param name="QueueMs">The waits for a slot.</param>
/// <param name="ServiceMs">The times in a slot.</param>
public sealed record OriginTimes(double MeanInFlight, double SpanMs, double HeldMs, double QueueMs, double ServiceMs);
