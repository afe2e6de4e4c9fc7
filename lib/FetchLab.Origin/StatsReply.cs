namespace FetchLab.Origin;

/// <summary>The reply to <c>/stats</c>.</summary>
internal sealed record StatsReply(int Requests, int Connections, int PeakInFlight);
