using System.Diagnostics;

namespace FetchLab.Origin;

/// <summary>Holds a reply for as long as its attempt takes: the gate, the latency, the queue for a slot, the service.</summary>
internal sealed class Holding(OriginProfile profile, AlarmClock clock)
{
    private readonly Slots? _shared = profile.Slots > 0 ? new(profile.Slots) : null;
    private readonly Dictionary<string, Slots> _own =
        profile.Hosts.Where(host => host.Value.Slots > 0).ToDictionary(host => host.Key, host => new Slots(host.Value.Slots));

    public ValueTask HoldAsync(Visit visit, HttpContext context)
    {
        var attempt = visit.Attempt!;
        if (attempt is { LatencyMs: 0, ServiceMs: 0, Page.Knobs.Gate: 0 } && profile.StallMs == 0)
        {
            visit.Released(queue: 0, served: null);
            return ValueTask.CompletedTask;
        }

        return WaitAsync(visit, attempt, context.RequestAborted);
    }

    private async ValueTask WaitAsync(Visit visit, Attempt attempt, CancellationToken aborted)
    {
        var stall = visit.Run.Stall;
        if (attempt.Page.Knobs.Gate > 0)
            await visit.Run.Gate.PassAsync(attempt.Page.Knobs.Gate, aborted);

        var ready = visit.Arrived + Clock.Ticks(attempt.LatencyMs);
        if (attempt.ServiceMs == 0)
        {
            await clock.UntilAsync(stall.Defer(Math.Max(ready, Stopwatch.GetTimestamp())), aborted);
            visit.Released(queue: 0, served: null);
            return;
        }

        await clock.UntilAsync(ready, aborted);
        var queued = Stopwatch.GetTimestamp();
        var (start, finish) = Take(attempt, queued, stall);
        await clock.UntilAsync(stall.Defer(finish), aborted);
        visit.Released(queue: start - queued, served: start);
    }

    private (long Start, long Finish) Take(Attempt attempt, long now, Stall stall)
    {
        var service = Clock.Ticks(attempt.ServiceMs);
        if (_own.GetValueOrDefault(attempt.Page.Host, _shared!) is { } slots)
            return slots.Take(now, service, stall);
        var start = stall.Defer(now);
        return (start, stall.Finish(start, service));
    }
}
