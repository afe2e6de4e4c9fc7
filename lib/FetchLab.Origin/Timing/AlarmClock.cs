using System.Diagnostics;

namespace FetchLab.Origin;

/// <summary>
/// Ends waits at their moment, never before it and a fraction of a millisecond after it. <c>Task.Delay</c> counts whole ticks
/// of a coarse clock and is 1–2 ms late, which is much where a lesson compares 5 ms with 6.
/// </summary>
/// <remarks>
/// One thread sleeps until shortly before the earliest moment, then takes naps. With nothing to wait for it sleeps for good,
/// so an idle origin uses no processor time.
/// </remarks>
internal sealed class AlarmClock
{
    // A sleep in whole milliseconds may overshoot by about this much; the rest is for the naps.
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(1);

    // Not a Lock: the thread waits on it, and an earlier moment wakes it.
    private readonly object _gate = new();
    private readonly PriorityQueue<Alarm, long> _alarms = new();

    public AlarmClock() => new Thread(Run) { Name = "alarm clock", IsBackground = true }.Start();

    /// <summary>Waits until a moment that has not come yet, or returns at once.</summary>
    /// <param name="moment">As <see cref="Stopwatch.GetTimestamp"/> counts.</param>
    /// <param name="aborted">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    public async ValueTask UntilAsync(long moment, CancellationToken aborted)
    {
        if (Stopwatch.GetTimestamp() >= moment)
            return;

        var alarm = new Alarm();
        Set(alarm, moment);
        // One that is aborted stays in the queue until its moment: a queue finds only its first in little time.
        using (aborted.UnsafeRegister(static (state, token) => ((Alarm)state!).TrySetCanceled(token), alarm))
            await alarm.Task;
    }

    private void Set(Alarm alarm, long moment)
    {
        lock (_gate)
        {
            if (!_alarms.TryPeek(out _, out var earliest) || moment < earliest)
                Monitor.Pulse(_gate);
            _alarms.Enqueue(alarm, moment);
        }
    }

    private void Run()
    {
        var due = new List<Alarm>();
        while (true)
        {
            TimeSpan rest;
            lock (_gate)
                rest = SleepUntilNear(due);

            // On the pool, not here: what follows a wait must not keep the next one waiting.
            foreach (var alarm in due)
                alarm.TrySetResult();
            if (due.Count == 0)
                Nap.AtMost(rest);
            due.Clear();
        }
    }

    /// <summary>Sleeps, open to earlier moments, until some are due or the next is near.</summary>
    /// <returns>How long it is to the next; zero if some are due.</returns>
    private TimeSpan SleepUntilNear(List<Alarm> due)
    {
        while (true)
        {
            var now = Stopwatch.GetTimestamp();
            while (_alarms.TryPeek(out _, out var moment) && moment <= now)
                due.Add(_alarms.Dequeue());
            if (due.Count > 0)
                return TimeSpan.Zero;

            if (!_alarms.TryPeek(out _, out var next))
            {
                Monitor.Wait(_gate);
                continue;
            }

            var rest = Stopwatch.GetElapsedTime(now, next);
            var sleep = (int)(rest - Margin).TotalMilliseconds;
            if (sleep < 1)
                return rest;
            Monitor.Wait(_gate, sleep);
        }
    }

    private sealed class Alarm() : TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
}
