using System.Collections.Concurrent;

namespace FetchLab.Tests.Measuring;

/// <summary>
/// A clock that moves only when somebody waits, and then right to the end of the wait: what happens one after the other gets
/// exact instants, in no time. Waits of a minute and more are timeouts, and never end.
/// </summary>
internal sealed class SkippingClock : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ConcurrentQueue<TimeSpan> _waits = new();
    private long _now;

    /// <summary>Called for each wait that never ends.</summary>
    public Action<TimeSpan>? Endless { get; init; }

    /// <summary>What was waited for, in the order in which it was asked for.</summary>
    public IEnumerable<TimeSpan> Waits => _waits;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _now);

    public override DateTimeOffset GetUtcNow() => Start + TimeSpan.FromTicks(GetTimestamp());

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime < TimeSpan.Zero || dueTime >= TimeSpan.FromMinutes(1))
        {
            Endless?.Invoke(dueTime);
            return new Waiting();
        }

        _waits.Enqueue(dueTime);
        Interlocked.Add(ref _now, dueTime.Ticks);
        ThreadPool.UnsafeQueueUserWorkItem(_ => callback(state), null);
        return new Waiting();
    }

    private sealed class Waiting : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
