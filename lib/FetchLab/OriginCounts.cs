namespace FetchLab;

/// <summary>What the origin counted for one run, or over its whole life.</summary>
/// <param name="Requests">Page requests that arrived.</param>
/// <param name="Connections">Different connections that they came on.</param>
/// <param name="PeakInFlight">The most requests that were being served at the same moment.</param>
public sealed record OriginCounts(int Requests, int Connections, int PeakInFlight);
