namespace FetchLab;

/// <summary>
/// Rings once if an attempt takes too long. From then on two are under way for one worker, which a virtual clock has to know:
/// it counts who waits.
/// </summary>
internal sealed class HedgeWatch : IDisposable
{
    private readonly Lock _gate = new();
    private readonly VirtualClock? _clock;
    private readonly ITimer _timer;
    private bool _over;
    private bool _rang;
    private bool _two;

    /// <param name="after">How long an attempt may take.</param>
    /// <param name="clock">Of the run.</param>
    /// <param name="ring">What is to happen then; given this watch.</param>
    public HedgeWatch(TimeSpan after, TimeProvider clock, Action<HedgeWatch> ring)
    {
        _clock = clock as VirtualClock;
        _timer = clock.CreateTimer(_ => Ring(ring), state: null, after, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Keeps it from ringing any more, and says whether it rang.</summary>
    public bool Stop()
    {
        lock (_gate)
        {
            _over = true;
            return _rang;
        }
    }

    /// <summary>One of the two attempts has ended, and the other alone is waited for. Only the first call counts.</summary>
    public void OneIsLeft()
    {
        lock (_gate)
        {
            if (!_two)
                return;
            _two = false;
        }

        _clock?.CountBeside(-1);
    }

    public void Dispose()
    {
        Stop();
        _timer.Dispose();
        OneIsLeft();
    }

    private void Ring(Action<HedgeWatch> ring)
    {
        lock (_gate)
        {
            if (_over)
                return;
            (_over, _rang, _two) = (true, true, true);
            _clock?.CountBeside(1);
            ring(this);
        }
    }
}
