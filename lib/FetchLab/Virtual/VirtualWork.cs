namespace FetchLab;

/// <summary>Work in virtual time: nobody does it, and it takes exactly as long. The lock goes to whoever asked for it first.</summary>
internal sealed class VirtualWork(VirtualClock clock, TimeSpan blocking, TimeSpan asynchronous) : PageWork(blocking, asynchronous)
{
    private readonly Lock _gate = new();
    private long _free;

    public override void Dispose()
    {
        // There is nothing to give back.
    }

    protected override void DoCore(TimeSpan time, int page, CancellationToken stop) =>
        DoCoreAsync(time, page, stop).GetAwaiter().GetResult();

    protected override Task DoCoreAsync(TimeSpan time, int page, CancellationToken stop)
    {
        long done;
        lock (_gate)
            done = _free = Math.Max(_free, clock.GetTimestamp()) + time.Ticks;
        return clock.UntilAsync(done, page, new Waiter(clock), stop);
    }
}
