namespace FetchLab;

/// <summary>A timer of a <see cref="VirtualClock"/>. Its callback runs on the thread that advances the clock.</summary>
internal sealed class VirtualTimer(VirtualClock clock, TimerCallback callback, object? state) : ITimer
{
    private Alarm? _alarm;

    /// <remarks>At the same instant replies come first: one that comes at the deadline is in time.</remarks>
    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        if (_alarm is not null)
            clock.Unset(_alarm);
        if (dueTime == Timeout.InfiniteTimeSpan)
            return true;

        var sleeping = state is Task;
        _alarm = clock.Set(clock.GetTimestamp() + dueTime.Ticks, int.MaxValue, () => Ring(period), sleeping);
        if (sleeping)
            clock.Advance();
        return true;
    }

    public void Dispose()
    {
        if (_alarm is not null)
            clock.Unset(_alarm);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void Ring(TimeSpan period)
    {
        if (period > TimeSpan.Zero)
            Change(period, period);
        callback(state);
    }
}
