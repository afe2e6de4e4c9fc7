namespace FetchLab;

/// <summary>Work that a profile wants the client to do for each page, one thread at a time, in ms.</summary>
/// <param name="BlockingMs">In a client that blocks.</param>
/// <param name="AsyncMs">In an asynchronous client.</param>
/// <param name="PooledMs">What a thread of a pool has on top.</param>
public sealed record OriginClientWork(double BlockingMs, double AsyncMs, double PooledMs);
