using System.Diagnostics;

namespace FetchLab.Origin;

/// <summary>One request in flight. It is counted down and noted once: before its last byte, or when it fails.</summary>
/// <remarks>
/// The log keeps it, so it is small, and keeps nothing of the request itself: what outlives its request is copied by each
/// garbage collection while the next ones wait.
/// </remarks>
internal sealed class Visit : IDisposable
{
    private readonly RunStats _all;
    private readonly RequestLog? _log;
    private readonly int? _record;
    private readonly int _attempt;
    private readonly string _connection;
    private long _left;

    public Visit(Run run, RunStats all, RequestLog? log, RequestIds ids, string connection, long arrived)
    {
        (Run, _all, _log, _connection, Arrived) = (run, all, log, connection, arrived);
        (_record, _attempt) = (ids.Record, ids.Attempt);
        _all.Enter(connection, arrived);
        run.Stats.Enter(connection, arrived);
    }

    public Run Run { get; }

    public long Arrived { get; }

    public Attempt? Attempt { get; set; }

    public double HeldMs { get; private set; }

    public double QueueMs { get; private set; }

    public double ServiceMs { get; private set; }

    public int Status { get; set; }

    /// <summary>Notes that the reply may go.</summary>
    /// <param name="queue">The wait for a slot, as the clock counts.</param>
    /// <param name="served">The moment at which the service began, if there was one.</param>
    public void Released(long queue, long? served)
    {
        var now = Stopwatch.GetTimestamp();
        HeldMs = Clock.Milliseconds(now - Arrived);
        QueueMs = Clock.Milliseconds(queue);
        ServiceMs = served is { } start ? Clock.Milliseconds(now - start) : 0;
    }

    public void Leave()
    {
        if (_left != 0)
            return;
        var now = Stopwatch.GetTimestamp();
        _left = now;
        _log?.Add(this);
        Run.Stats.Leave(this, now);
        _all.Leave(this, now);
    }

    public void Dispose() => Leave();

    /// <summary>What happened, once it has left.</summary>
    public LogLine ToLine() => new(
        Run.Id.Length == 0 ? null : Run.Id,
        _record,
        _attempt,
        _connection,
        Attempt?.Page.Host,
        Attempt?.Page.Index,
        Clock.SinceStart(Arrived),
        Attempt?.LatencyMs ?? 0,
        Attempt?.ServiceMs ?? 0,
        HeldMs,
        QueueMs,
        ServiceMs,
        Status,
        Attempt?.Fate,
        Clock.SinceStart(_left));
}
