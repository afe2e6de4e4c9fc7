namespace FetchLab;

/// <summary>Work in real time: the thread that has the lock keeps a core busy, as an interpreter would.</summary>
internal sealed class LockedWork(TimeProvider clock, TimeSpan blocking, TimeSpan asynchronous) : PageWork(blocking, asynchronous)
{
    private readonly SemaphoreSlim _lock = new(1);

    public override void Dispose() => _lock.Dispose();

    protected override void DoCore(TimeSpan time, int page, CancellationToken stop)
    {
        _lock.Wait(stop);
        WorkAndRelease(time, stop);
    }

    /// <remarks>This await leaves its context no more than those of a fetch: on a one-thread loop it is that thread which works.</remarks>
    protected override async Task DoCoreAsync(TimeSpan time, int page, CancellationToken stop)
    {
        await _lock.WaitAsync(stop);
        WorkAndRelease(time, stop);
    }

    private void WorkAndRelease(TimeSpan time, CancellationToken stop)
    {
        try
        {
            // A clock that is not the system's may move only when somebody waits on it.
            if (clock != TimeProvider.System)
                Task.Delay(time, clock, stop).GetAwaiter().GetResult();
            else
                KeepBusy(time, stop);
        }
        finally
        {
            _lock.Release();
        }
    }

    private void KeepBusy(TimeSpan time, CancellationToken stop)
    {
        for (var begun = clock.GetTimestamp(); clock.GetElapsedTime(begun) < time && !stop.IsCancellationRequested;)
            Thread.SpinWait(100);
    }
}
