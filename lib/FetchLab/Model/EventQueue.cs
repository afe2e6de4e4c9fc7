namespace FetchLab;

/// <summary>Events to come, the earliest first.</summary>
/// <remarks>
/// Pages that all take the same come and leave in the order in which they started, and a plain queue is many times as fast
/// as a priority queue. So events that are added in order go to the one, and only the others to the other.
/// </remarks>
internal sealed class EventQueue
{
    private readonly Queue<ModelEvent> _inOrder = new();
    private readonly PriorityQueue<ModelEvent, Turn> _others = new();
    private Turn _last;

    /// <summary>When the next event happens, in ticks; <see cref="long.MaxValue"/> if there is none.</summary>
    public long NextAt { get; private set; } = long.MaxValue;

    private bool OthersAreNext =>
        _others.TryPeek(out _, out var other) && !(_inOrder.TryPeek(out var first) && first.Turn.CompareTo(other) < 0);

    public void Add(ModelEvent item)
    {
        if (_inOrder.Count == 0 || item.Turn.CompareTo(_last) >= 0)
        {
            _inOrder.Enqueue(item);
            _last = item.Turn;
        }
        else
        {
            _others.Enqueue(item, item.Turn);
        }

        NextAt = Math.Min(NextAt, item.At);
    }

    public ModelEvent Take()
    {
        var taken = OthersAreNext ? _others.Dequeue() : _inOrder.Dequeue();
        NextAt = Math.Min(
            _inOrder.TryPeek(out var first) ? first.At : long.MaxValue,
            _others.TryPeek(out _, out var other) ? other.At : long.MaxValue);
        return taken;
    }
}
