namespace FetchLab;

/// <summary>What a run adds up while it is played, without keeping a page.</summary>
/// <remarks>Sums are wider than a tick count: a hundred million pages that wait for each other exceed 64 bits.</remarks>
internal sealed class Tally
{
    private long _now;
    private int _inFlight;
    private int _peak;
    private Int128 _inFlightTime;
    private Int128 _latency;
    private Int128 _queued;
    private Int128 _service;
    private long _longest;

    /// <summary>Moves the clock. What was in flight until now was so for all the time that passes.</summary>
    public void MoveTo(long now)
    {
        if (now == _now)
            return;

        // The peak counts what lasts: a page that ends just when another starts does not overlap it.
        _peak = Math.Max(_peak, _inFlight);
        _inFlightTime += (Int128)_inFlight * (now - _now);
        _now = now;
    }

    public void Started() => _inFlight++;

    public void Served(long queued, long service)
    {
        _queued += queued;
        _service += service;
    }

    public void Left(long latency)
    {
        _inFlight--;
        _latency += latency;
        _longest = Math.Max(_longest, latency);
    }

    public ModelRun ToRun(int pages, int? slots, IReadOnlyList<FetchRecord>? records) => new()
    {
        Pages = pages,
        Slots = slots,
        Makespan = new(_now),
        PeakInFlight = Math.Max(1, _peak), // Pages that take no time are in flight, too.
        MeanInFlight = (double)_inFlightTime / _now,
        MeanLatency = Mean(_latency, pages),
        MaxLatency = new(_longest),
        MeanQueueWait = Mean(_queued, pages),
        Utilisation = slots is { } count ? (double)_service / ((double)_now * count) : null,
        Records = records,
    };

    private static TimeSpan Mean(Int128 sum, int pages) => new((long)((sum + pages / 2) / pages));
}
