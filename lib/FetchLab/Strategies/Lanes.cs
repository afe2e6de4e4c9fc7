namespace FetchLab;

/// <summary>
/// Numbers for workers that have none of their own, such as coroutines behind a semaphore: the lowest that nobody holds, so
/// that C fetches at once are drawn on the lanes 0 to C − 1.
/// </summary>
internal sealed class Lanes
{
    private readonly PriorityQueue<int, int> _returned = new();
    private readonly Lock _gate = new();
    private int _fresh;

    /// <summary>Takes a lane until it is disposed.</summary>
    public Lane Take()
    {
        lock (_gate)
            return new Lane(this, _returned.Count > 0 ? _returned.Dequeue() : _fresh++);
    }

    private void Return(int number)
    {
        lock (_gate)
            _returned.Enqueue(number, number);
    }

    internal readonly struct Lane(Lanes lanes, int number) : IDisposable
    {
        public int Number => number;

        public void Dispose() => lanes.Return(number);
    }
}
