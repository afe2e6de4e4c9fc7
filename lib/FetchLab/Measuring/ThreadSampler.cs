namespace FetchLab;

/// <summary>
/// Looks every 10 ms how many threads the process has, from a thread of its own: a run may have used up the pool, whose
/// timers would then come late. That thread is not counted.
/// </summary>
internal sealed class ThreadSampler : IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(10);

    // Not the slim kind: that one spins before each wait, which cost ten times the look itself.
    private readonly ManualResetEvent _stop = new(initialState: false);
    private readonly Thread _thread;
    private volatile int _peak;

    public ThreadSampler()
    {
        _thread = new Thread(Sample) { Name = "thread sampler", IsBackground = true };
        _thread.Start();
    }

    /// <summary>The most that were seen. Threads that came and went between two looks were not.</summary>
    public int Peak => _peak;

    public void Dispose()
    {
        _stop.Set();
        _thread.Join();
        _stop.Dispose();
    }

    private void Sample()
    {
        using var counter = new ThreadCounter();
        do
            _peak = Math.Max(_peak, counter.Count() - 1);
        while (!_stop.WaitOne(Period));
    }
}
