namespace FetchLab;

/// <summary>
/// An origin in memory, for one run. A page's latency comes first, then its turn in the queue, then its service in one of the
/// slots, then the link that all bodies share; queue and link are taken in the order of arrival, at one instant in the order
/// of the pages, and leave on absolute times.
/// </summary>
internal sealed class VirtualOrigin
{
    private readonly VirtualClock _clock;
    private readonly double _bytesPerSecond;
    private readonly VirtualSlots? _shared;
    private readonly Dictionary<string, VirtualSlots> _own;
    private readonly Lock _gate = new();
    private long _linkFree;
    private int _requests;
    private int _connections;
    private int _inFlight;
    private int _peak;

    /// <param name="clock">The clock of the run.</param>
    /// <param name="profile">What the origin is like.</param>
    public VirtualOrigin(VirtualClock clock, OriginProfile profile)
    {
        _clock = clock;
        _bytesPerSecond = profile.LinkBytesPerSecond;
        _shared = profile.Slots > 0 ? new(profile.Slots) : null;
        _own = profile.Hosts.Where(host => host.Value.Slots > 0).ToDictionary(host => host.Key, host => new VirtualSlots(host.Value.Slots));
    }

    public OriginCounts Counts()
    {
        lock (_gate)
            return new OriginCounts(_requests, _connections, _peak);
    }

    /// <summary>The id of a connection that was not there before.</summary>
    public int Connect() => Interlocked.Increment(ref _connections);

    /// <summary>A request arrives.</summary>
    public void Arrive()
    {
        lock (_gate)
        {
            _requests++;
            _peak = Math.Max(_peak, ++_inFlight);
        }
    }

    /// <summary>When a page whose turn in the queue begins now will leave its slot.</summary>
    public (long Begins, long Ends) Serve(VirtualPage page)
    {
        var now = _clock.GetTimestamp();
        if (page.Service == TimeSpan.Zero || _own.GetValueOrDefault(page.Host, _shared!) is not { } slots)
            return (now, now + page.Service.Ticks);

        lock (_gate)
            return slots.Take(now, page.Service);
    }

    /// <summary>When the last byte of a page that comes to the link now will be through.</summary>
    public long Send(VirtualPage page)
    {
        lock (_gate)
        {
            var bytes = _bytesPerSecond > 0 ? (long)Math.Round(page.Bytes / _bytesPerSecond * TimeSpan.TicksPerSecond) : 0;
            var time = bytes + ((_inFlight - 1) * page.Handover.Ticks);
            return time == 0 ? _clock.GetTimestamp() : _linkFree = Math.Max(_linkFree, _clock.GetTimestamp()) + time;
        }
    }

    public void Leave()
    {
        lock (_gate)
            _inFlight--;
    }
}
