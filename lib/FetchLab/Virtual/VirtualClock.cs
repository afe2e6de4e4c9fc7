namespace FetchLab;

/// <summary>
/// A clock of one run that stands still while anybody can run, and jumps to the next alarm when all wait. Each alarm rings
/// alone, and the next only when whoever it woke waits again, so that a run comes out the same each time: to the tick, and
/// whatever else the machine does.
/// </summary>
/// <remarks>
/// The clock counts who waits for it; the strategy knows how many that are once nothing can run
/// (<see cref="FetchStrategy.IsAtRest"/>). It is asked whenever the answer may have changed: when somebody begins to wait, when
/// a fetch is done with, when a page is taken in hand, and after each alarm.
/// </remarks>
internal sealed class VirtualClock : TimeProvider
{
    private static readonly DateTimeOffset Epoch = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Lock _gate = new();
    private readonly PriorityQueue<Alarm, (long Due, int Rank, long Number)> _alarms = new();
    private readonly HashSet<Waiter> _waiters = [];
    private FetchSession? _session;
    private long _now;
    private long _set;
    private long _rung;
    private int _sleeping;
    private int _beside;
    private bool _advancing;
    private bool _nudged;
    private Exception? _broken;

    /// <summary>Alarms that rang: what stays the same while nothing happens.</summary>
    public long Rung => Interlocked.Read(ref _rung);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>Who waits: those that entered, and the timers that a task sleeps on, without those that are beside another.</summary>
    private int Waiting => _waiters.Count + _sleeping - _beside;

    public override long GetTimestamp() => Interlocked.Read(ref _now);

    public override DateTimeOffset GetUtcNow() => Epoch.AddTicks(GetTimestamp());

    /// <remarks>
    /// A task that is its own timer's state sleeps on it, as Task.Delay does. Any other timer is a watch beside something
    /// that goes on, such as a timeout: nobody waits for it to ring.
    /// </remarks>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Lets the session say when all wait.</summary>
    public void Follow(FetchSession session)
    {
        lock (_gate)
            _session = session;
    }

    /// <summary>Somebody waits until it is woken; unless it was cancelled before.</summary>
    /// <param name="waiter">Who.</param>
    /// <param name="due">When the first alarm for it rings; null if none ever does.</param>
    /// <param name="rank">Which of the alarms of one instant ring first: those of the lowest rank.</param>
    /// <param name="ring">Wakes the waiter, or sets its next alarm.</param>
    public void Enter(Waiter waiter, long? due, int rank, Action ring)
    {
        Exception? broken;
        lock (_gate)
        {
            broken = _broken;
            if (broken is null && !waiter.Over)
            {
                // At once with its alarm: an instant between the two would look as if all waited for something later.
                _waiters.Add(waiter);
                if (due is { } instant)
                    Add(new Alarm(ring), instant, rank);
            }
        }

        if (broken is not null)
            waiter.Fail(broken);
        Advance();
    }

    /// <summary>Waits for so long, to the tick. After the replies of the same instant: what ends then is over.</summary>
    public Task DelayAsync(TimeSpan time, CancellationToken cancelled) =>
        UntilAsync(GetTimestamp() + time.Ticks, int.MaxValue - 1, new Waiter(this), cancelled);

    /// <summary>Waits until an instant, among the waits of the same instant by the rank.</summary>
    public async Task UntilAsync(long due, int rank, Waiter waiter, CancellationToken cancelled)
    {
        using var cancelling = cancelled.UnsafeRegister(static waiter => ((Waiter)waiter!).Cancel(), waiter);
        Enter(waiter, due, rank, waiter.Wake);
        await waiter.Done.ConfigureAwait(false);
    }

    /// <summary>Takes a waiter off; false if it was already.</summary>
    public bool Leave(Waiter waiter)
    {
        lock (_gate)
        {
            if (waiter.Over)
                return false;
            waiter.Over = true;
            _waiters.Remove(waiter);
            return true;
        }
    }

    public Alarm Set(long due, int rank, Action ring, bool sleeping = false)
    {
        lock (_gate)
            return Add(new Alarm(ring) { Sleeping = sleeping }, due, rank);
    }

    /// <summary>Keeps an alarm from ringing, if it has not.</summary>
    public bool Unset(Alarm alarm)
    {
        lock (_gate)
            return Take(alarm);
    }

    /// <summary>Rings one alarm after the other for as long as all wait. Whoever may have made that so calls this.</summary>
    public void Advance()
    {
        lock (_gate)
        {
            // Whoever advances already will look again after the alarm that it rings.
            if (_advancing)
                return;
            _advancing = true;
        }

        while (Next() is { } alarm)
            alarm.Ring();
    }

    /// <summary>
    /// Somebody has one more under way beside what it waits for, or one less: together they count as one who waits, once all
    /// of them do.
    /// </summary>
    public void CountBeside(int more)
    {
        lock (_gate)
            _beside += more;
        Advance();
    }

    /// <summary>Rings the next alarm although some may still run.</summary>
    public void Nudge()
    {
        lock (_gate)
            _nudged = Waiting > 0;
        Advance();
    }

    /// <summary>Fails all who wait and whoever will. False if nobody waits.</summary>
    public bool Break(Func<int, Exception> why)
    {
        Waiter[] failed;
        lock (_gate)
        {
            if (Waiting == 0)
                return false;
            _broken = why(Waiting);
            failed = [.. _waiters];
        }

        foreach (var waiter in failed)
            waiter.Fail(_broken);
        return true;
    }

    private Alarm? Next()
    {
        lock (_gate)
        {
            if (_nudged || _session?.IsAtRest(Waiting) == true)
            {
                _nudged = false;
                while (_alarms.TryDequeue(out var alarm, out var key))
                {
                    // One that was taken back lies here until its turn. It must not move the clock.
                    if (!Take(alarm))
                        continue;
                    Interlocked.Exchange(ref _now, key.Due);
                    Interlocked.Increment(ref _rung);
                    return alarm;
                }
            }

            _advancing = false;
            return null;
        }
    }

    private Alarm Add(Alarm alarm, long due, int rank)
    {
        _alarms.Enqueue(alarm, (Math.Max(due, _now), rank, _set++));
        if (alarm.Sleeping)
            _sleeping++;
        return alarm;
    }

    private bool Take(Alarm alarm)
    {
        if (alarm.Taken)
            return false;
        alarm.Taken = true;
        if (alarm.Sleeping)
            _sleeping--;
        return true;
    }
}
