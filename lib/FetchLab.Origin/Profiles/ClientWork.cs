namespace FetchLab.Origin;

/// <summary>Work of the client for each page, in ms, that only one of its threads can do at a time.</summary>
/// <param name="BlockingMs">In a client that blocks.</param>
/// <param name="AsyncMs">In an asynchronous client.</param>
/// <param name="PooledMs">What a thread of a pool has on top.</param>
internal sealed record ClientWork(double BlockingMs, double AsyncMs, double PooledMs);
