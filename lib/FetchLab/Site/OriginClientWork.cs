namespace FetchLab;

/// <summary>
/// Work that the client does on each page that has arrived, in ms: one of its threads at a time, as under an interpreter's
/// lock.
/// </summary>
/// <param name="BlockingMs">In a client that blocks.</param>
/// <param name="AsyncMs">In an asynchronous client.</param>
/// <param name="PooledMs">What a thread of a pool has on top: one of a strategy that <see cref="FetchStrategy.IsThreaded"/>.</param>
public sealed record OriginClientWork(double BlockingMs, double AsyncMs, double PooledMs)
{
    /// <summary>No work.</summary>
    public static OriginClientWork None { get; } = new(0, 0, 0);

    /// <exception cref="FetchLabException">A time is out of range.</exception>
    internal void Validate()
    {
        Require.Between(0, 60_000, BlockingMs, "blockingMs", "20");
        Require.Between(0, 60_000, AsyncMs, "asyncMs", "14.16");
        Require.Between(0, 60_000, PooledMs, "pooledMs", "2");
    }
}
