namespace FetchLab;

/// <summary>
/// The server's K slots and the queue before them. Service leaves on absolute times, <c>free = max(free, now) + s</c>, so
/// that the moment a page leaves is known when it comes.
/// </summary>
internal sealed class ServerSlots(int slots)
{
    // The slots that were ever used, by when each is free again. The others are free since ever.
    private readonly EventQueue _free = new();
    private int _used;

    /// <summary>Takes in the next page of the queue.</summary>
    /// <param name="now">When it comes, in ticks; not before the page that came before it.</param>
    /// <param name="service">How long it holds a slot, in ticks.</param>
    /// <returns>When it leaves, in ticks.</returns>
    public long Serve(long now, long service)
    {
        // A slot that is free again is used before a new one, so that memory grows with the pages in service alone.
        var begin = now;
        if (_free.NextAt <= now || _used == slots)
            begin = Math.Max(_free.Take().At, now);
        else
            _used++;

        _free.Add(new ModelEvent(new Turn(begin + service, Page: 0), Worker: 0, Started: begin));
        return begin + service;
    }
}
