namespace FetchLab;

/// <summary>
/// Slots of a virtual origin, and one queue before them: in the order of arrival, on absolute times. Its origin's lock guards it.
/// </summary>
internal sealed class VirtualSlots(int count)
{
    private readonly PriorityQueue<int, long> _free = new(Enumerable.Range(0, count).Select(slot => (slot, 0L)));

    /// <summary>Takes the slot that is free first, from now or from then on.</summary>
    public (long Begins, long Ends) Take(long now, TimeSpan service)
    {
        _free.TryPeek(out var slot, out var free);
        var begins = Math.Max(free, now);
        _free.DequeueEnqueue(slot, begins + service.Ticks);
        return (begins, begins + service.Ticks);
    }
}
