namespace FetchLab.Origin;

/// <summary>What was counted of a run's requests, all under one lock so that the counts always fit each other.</summary>
internal sealed class RunStats
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _connections = [];
    private int _requests;
    private int _inFlight;
    private int _peak;
    private long _first;
    private long _last;
    private double _heldMs;
    private double _queueMs;
    private double _serviceMs;
    private double _insideMs;

    public int InFlight => Volatile.Read(ref _inFlight);

    public void Enter(string connection, long arrived)
    {
        lock (_gate)
        {
            if (_requests++ == 0)
                _first = _last = arrived;
            // Who arrived first may come to be counted second.
            _first = Math.Min(_first, arrived);
            _connections.Add(connection);
            _inFlight++;
            _peak = Math.Max(_peak, _inFlight);
        }
    }

    public void Leave(Visit visit, long left)
    {
        lock (_gate)
        {
            _inFlight--;
            _last = Math.Max(_last, left);
            _heldMs += visit.HeldMs;
            _queueMs += visit.QueueMs;
            _serviceMs += visit.ServiceMs;
            _insideMs += Clock.Milliseconds(left - visit.Arrived);
        }
    }

    public StatsReply Read()
    {
        lock (_gate)
        {
            var span = Clock.Milliseconds(_last - _first);
            return new StatsReply(
                _requests, _connections.Count, _peak, span > 0 ? _insideMs / span : 0, span, _heldMs, _queueMs, _serviceMs);
        }
    }
}
