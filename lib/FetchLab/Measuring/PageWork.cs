namespace FetchLab;

/// <summary>What the client of a run does with each page that has arrived, under one lock.</summary>
/// <param name="blocking">For how long, after a blocking fetch.</param>
/// <param name="asynchronous">For how long, after an asynchronous one.</param>
internal abstract class PageWork(TimeSpan blocking, TimeSpan asynchronous) : IDisposable
{
    /// <returns>Null if there is nothing to do.</returns>
    public static PageWork? For(FetchOptions options, bool threaded)
    {
        if (options.ClientWork is not { } work || work == OriginClientWork.None)
            return null;
        var blocking = Durations.FromMilliseconds(work.BlockingMs + (threaded ? work.PooledMs : 0));
        var asynchronous = Durations.FromMilliseconds(work.AsyncMs);
        return options.TimeProvider is VirtualClock clock
            ? new VirtualWork(clock, blocking, asynchronous)
            : new LockedWork(options.TimeProvider, blocking, asynchronous);
    }

    /// <summary>Waits for the lock and works, on the calling thread.</summary>
    /// <param name="page">The page's index: in virtual time it decides between those of one instant.</param>
    /// <param name="stop">Ends the wait.</param>
    public void Do(int page, CancellationToken stop) => DoCore(blocking, page, stop);

    /// <summary>Waits for the lock without a thread, and works where the caller's context goes on.</summary>
    /// <inheritdoc cref="Do"/>
    public Task DoAsync(int page, CancellationToken stop) => DoCoreAsync(asynchronous, page, stop);

    public abstract void Dispose();

    protected abstract void DoCore(TimeSpan time, int page, CancellationToken stop);

    protected abstract Task DoCoreAsync(TimeSpan time, int page, CancellationToken stop);
}
