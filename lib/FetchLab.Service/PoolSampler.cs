using System.Diagnostics;

namespace FetchLab.Service;

/// <summary>
/// Looks at the thread pool every 20 ms, from a thread that is not the pool's: when the pool has no thread to give, no request
/// is answered that asks for it either.
/// </summary>
internal sealed class PoolSampler
{
    private const int EveryMs = 20;

    // Ten minutes of them.
    private const int Most = 30_000;

    private readonly Queue<PoolSample> _samples = new();
    private readonly long _start = Stopwatch.GetTimestamp();

    public static PoolSampler Start()
    {
        var sampler = new PoolSampler();
        new Thread(sampler.Look) { Name = "pool sampler", IsBackground = true }.Start();
        return sampler;
    }

    /// <summary>All that are kept, and the pool as it is now as the last of them.</summary>
    public PoolSample[] Read()
    {
        lock (_samples)
            return [.. _samples, Now()];
    }

    private void Look()
    {
        while (true)
        {
            lock (_samples)
            {
                _samples.Enqueue(Now());
                if (_samples.Count > Most)
                    _samples.Dequeue();
            }

            Thread.Sleep(EveryMs);
        }
    }

    private PoolSample Now() =>
        new(Stopwatch.GetElapsedTime(_start).TotalMilliseconds, ThreadPool.ThreadCount, ThreadPool.PendingWorkItemCount);
}
