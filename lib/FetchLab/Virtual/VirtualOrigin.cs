namespace FetchLab;

/// <summary>
/// An origin in memory, for one run. A page's latency comes first, then its turn in the queue, then its service in one of the
/// slots; the queue is served in the order of arrival, at one instant in the order of the pages, and leaves on absolute times.
/// </summary>
internal sealed class VirtualOrigin
{
    private readonly VirtualClock _clock;
    private readonly Lock _gate = new();
    private readonly PriorityQueue<int, long>? _slots;
    private int _requests;
    private int _connections;
    private int _inFlight;
    private int _peak;

    /// <param name="clock">The clock of the run.</param>
    /// <param name="slots">K: how many pages are served at once; null where nobody waits for a slot.</param>
    public VirtualOrigin(VirtualClock clock, int? slots)
    {
        _clock = clock;
        if (slots is { } count)
            _slots = new PriorityQueue<int, long>(Enumerable.Range(0, count).Select(slot => (slot, 0L)));
    }

    public OriginCounts Counts()
    {
        lock (_gate)
            return new OriginCounts(_requests, _connections, _peak);
    }

    /// <summary>The id of a connection that was not there before.</summary>
    public int Connect() => Interlocked.Increment(ref _connections);

    /// <summary>A request arrives. Its visit ends when the reply is there, or when it is cancelled.</summary>
    public VirtualVisit Enter(Uri url, int attempt, int connection, CancellationToken cancelled)
    {
        lock (_gate)
        {
            _requests++;
            _peak = Math.Max(_peak, ++_inFlight);
        }

        var visit = new VirtualVisit(VirtualPage.Read(url)!.At(attempt), connection, _clock, this);
        visit.Start(cancelled);
        return visit;
    }

    /// <summary>When a page whose turn in the queue begins now will leave its slot.</summary>
    public (long Begins, long Ends) Serve(TimeSpan service)
    {
        var now = _clock.GetTimestamp();
        if (_slots is null || service == TimeSpan.Zero)
            return (now, now + service.Ticks);

        lock (_gate)
        {
            _slots.TryPeek(out var slot, out var free);
            var begins = Math.Max(free, now);
            _slots.DequeueEnqueue(slot, begins + service.Ticks);
            return (begins, begins + service.Ticks);
        }
    }

    public void Leave()
    {
        lock (_gate)
            _inFlight--;
    }
}
