namespace FetchLab.Origin;

/// <summary>The reply to <c>/stats</c>. Times are sums over the requests that have left.</summary>
/// <param name="Requests">Requests for pages that arrived.</param>
/// <param name="Connections">Different connections that they came on.</param>
/// <param name="PeakInFlight">The most that were in at the same moment.</param>
/// <param name="MeanInFlight">How many were in, averaged over the span.</param>
/// <param name="SpanMs">From the first arrival to the last request that left.</param>
/// <param name="HeldMs">The times held.</param>
/// <param name="QueueMs">The waits for a slot.</param>
/// <param name="ServiceMs">The times in a slot.</param>
internal sealed record StatsReply(
    int Requests,
    int Connections,
    int PeakInFlight,
    double MeanInFlight,
    double SpanMs,
    double HeldMs,
    double QueueMs,
    double ServiceMs);
