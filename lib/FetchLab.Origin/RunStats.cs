namespace FetchLab.Origin;

/// <summary>Requests, connections and peak in flight, counted together so that they always fit each other.</summary>
internal sealed class RunStats
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _connections = [];
    private int _requests;
    private int _inFlight;
    private int _peak;

    public void Enter(string connection)
    {
        lock (_gate)
        {
            _requests++;
            _connections.Add(connection);
            _inFlight++;
            _peak = Math.Max(_peak, _inFlight);
        }
    }

    public void Leave()
    {
        lock (_gate)
            _inFlight--;
    }

    public StatsReply Read()
    {
        lock (_gate)
            return new StatsReply(_requests, _connections.Count, _peak);
    }
}
