namespace FetchLab;

/// <summary>
/// Looks, in real time, whether a virtual clock still moves. A strategy that is not exact is helped on; one that says it is
/// and stands still has promised more than it keeps, and its run fails instead of hanging.
/// </summary>
internal sealed class StallWatch : IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(20);

    /// <summary>Looks in a row, and no length of time: a process that was stopped meanwhile has not stood still.</summary>
    private const int Patience = 250;

    private readonly VirtualClock _clock;
    private readonly FetchStrategy _strategy;
    private readonly ManualResetEvent _stop = new(initialState: false);
    private readonly Thread _thread;

    public StallWatch(VirtualClock clock, FetchStrategy strategy)
    {
        (_clock, _strategy) = (clock, strategy);
        _thread = new Thread(Watch) { Name = "stall watch", IsBackground = true };
        _thread.Start();
    }

    public void Dispose()
    {
        _stop.Set();
        _thread.Join();
        _stop.Dispose();
    }

    private void Watch()
    {
        var seen = 0L;
        for (var still = 0; !_stop.WaitOne(Period); still++)
        {
            var rung = _clock.Rung;
            if (rung != seen)
                (seen, still) = (rung, 0);
            else if (!_strategy.IsExactInVirtualTime)
                _clock.Nudge();
            else if (still >= Patience && _clock.Break(Explain))
                return;
        }
    }

    private InvalidOperationException Explain(int waiting) => new(
        $"the virtual clock stands still: {waiting} wait for it, and '{_strategy.Name}' says that more can run");
}
