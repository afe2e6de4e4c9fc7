namespace FetchLab;

/// <summary>
/// Plays a workload once. A page starts, comes to the queue after its latency, and leaves after its service; the clock
/// jumps to whichever of these is next.
/// </summary>
internal sealed class Simulation
{
    private readonly Workload _workload;
    private readonly ILoop _loop;
    private readonly int? _slots;
    private readonly ServerSlots? _server;
    private readonly EventQueue _arrivals = new();
    private readonly EventQueue _departures = new();
    private readonly Tally _tally = new();
    private readonly FetchRecord[]? _records;
    private int _started;
    private long _nextStart;

    public Simulation(Workload workload, ILoop loop, int? slots, bool keepRecords)
    {
        (_workload, _loop, _slots) = (workload, loop, slots);
        _server = slots is { } count ? new ServerSlots(count) : null;
        _records = keepRecords ? new FetchRecord[workload.Pages] : null;
    }

    public ModelRun Run()
    {
        for (var left = 0; left < _workload.Pages;)
        {
            // At one instant starts come first, so that every worker has a page before one takes its second; and arrivals
            // before departures, so that a page without service leaves in its turn.
            var (arrival, departure) = (_arrivals.NextAt, _departures.NextAt);
            if (_nextStart <= arrival && _nextStart <= departure)
                Start(_nextStart, worker: _started);
            else if (arrival <= departure)
                Arrive(_arrivals.Take());
            else
            {
                Leave(_departures.Take());
                left++;
            }
        }

        return _tally.ToRun(_workload.Pages, _slots, _records);
    }

    private void Start(long now, int worker)
    {
        var page = _started++;
        _nextStart = _started < _workload.Pages ? _loop.StartOf(_started) : long.MaxValue;

        _tally.MoveTo(now);
        _tally.Started();
        _arrivals.Add(new ModelEvent(new Turn(checked(now + _workload.LatencyOf(page).Ticks), page), worker, now));
    }

    private void Arrive(ModelEvent arrival)
    {
        var service = _workload.ServiceOf(arrival.Page).Ticks;
        var leaves = _server?.Serve(arrival.At, service) ?? arrival.At + service;

        _tally.Served(queued: leaves - service - arrival.At, service);
        _departures.Add(arrival with { Turn = new Turn(leaves, arrival.Page) });
    }

    private void Leave(ModelEvent departure)
    {
        _tally.MoveTo(departure.At);
        _tally.Left(departure.At - departure.Started);
        if (_records is not null)
            _records[departure.Page] = ToRecord(departure);
        if (_loop.WorkersGoOn && _started < _workload.Pages)
            Start(departure.At, departure.Worker);
    }

    /// <remarks>No process and no thread fetched it, and its body comes with its headers.</remarks>
    private FetchRecord ToRecord(ModelEvent departure) => new()
    {
        Index = departure.Page,
        Url = _workload.UrlOf(departure.Page),
        Worker = departure.Worker,
        ProcessId = 0,
        ThreadIdAtStart = 0,
        ThreadIdAtEnd = 0,
        Queued = new(departure.Started),
        Started = new(departure.Started),
        Headers = new(departure.At),
        Finished = new(departure.At),
        Status = 200,
        Held = new(departure.At - departure.Started),
    };
}
