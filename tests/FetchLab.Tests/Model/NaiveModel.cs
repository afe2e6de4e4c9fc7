namespace FetchLab.Tests.Modelling;

/// <summary>
/// The same world, lived through tick by tick and counted at each of them: no events, no absolute times, nothing that is
/// clever. What the model says must be what happens here.
/// </summary>
internal sealed class NaiveModel(Scenario scenario)
{
    private readonly long?[] _started = new long?[scenario.Pages.Length];
    private readonly long?[] _finished = new long?[scenario.Pages.Length];
    private readonly int[] _worker = new int[scenario.Pages.Length];
    private readonly int[] _latencyLeft = [.. scenario.Pages.Select(page => page.Latency)];
    private readonly int[] _serviceLeft = [.. scenario.Pages.Select(page => page.Service)];
    private readonly List<int> _waiting = [];
    private readonly List<int> _inQueue = [];
    private readonly List<int> _inService = [];
    private int _next;

    public long Makespan { get; private set; }

    public int Peak { get; private set; }

    public long InFlightTime { get; private set; }

    public long QueueTime { get; private set; }

    public long SlotTime { get; private set; }

    public IEnumerable<(int Worker, long? Started, long? Finished)> Pages => _worker.Zip(_started, _finished);

    public NaiveModel Live()
    {
        for (var now = 0L; _finished.Contains(null); now++)
        {
            StartWhatStartsByItself(now);
            while (OneThingHappens(now))
            {
            }

            if (_finished.Contains(null))
                PassATick();
            else
                Makespan = now;
        }

        return this;
    }

    private void StartWhatStartsByItself(long now)
    {
        if (scenario.Period > 0)
        {
            while (_next < _worker.Length && _next * scenario.Period == now)
                Start(now, worker: _next);
        }
        else if (now == 0)
        {
            while (_next < Math.Min(scenario.Workers, _worker.Length))
                Start(now, worker: _next);
        }
    }

    /// <summary>Lets the earliest page come to the queue, or else enter a slot, or else leave; false if none can.</summary>
    private bool OneThingHappens(long now)
    {
        if (Earliest(_waiting, page => _latencyLeft[page] == 0) is { } arriving)
        {
            _waiting.Remove(arriving);
            _inQueue.Add(arriving);
        }
        else if (_inQueue.Count > 0 && _inService.Count(page => _serviceLeft[page] > 0) < (scenario.Slots ?? int.MaxValue))
        {
            _inService.Add(_inQueue[0]);
            _inQueue.RemoveAt(0);
        }
        else if (Earliest(_inService, page => _serviceLeft[page] == 0) is { } leaving)
        {
            _inService.Remove(leaving);
            _finished[leaving] = now;
            if (scenario.Period == 0 && _next < _worker.Length)
                Start(now, _worker[leaving]);
        }
        else
        {
            return false;
        }

        return true;
    }

    private void Start(long now, int worker)
    {
        _started[_next] = now;
        _worker[_next] = worker;
        _waiting.Add(_next++);
    }

    private void PassATick()
    {
        var inFlight = _waiting.Count + _inQueue.Count + _inService.Count;
        Peak = Math.Max(Peak, inFlight);
        InFlightTime += inFlight;
        QueueTime += _inQueue.Count;
        SlotTime += _inService.Count;
        foreach (var page in _waiting)
            _latencyLeft[page]--;
        foreach (var page in _inService)
            _serviceLeft[page]--;
    }

    private static int? Earliest(IEnumerable<int> pages, Func<int, bool> which) =>
        pages.Where(which).Order().Select(page => (int?)page).FirstOrDefault();
}
