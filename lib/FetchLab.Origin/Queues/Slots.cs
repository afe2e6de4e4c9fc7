namespace FetchLab.Origin;

/// <summary>
/// Slots that each serve one request at a time, and one queue before them: first come, first served.
/// </summary>
/// <remarks>
/// Services follow each other on absolute times, <c>free = max(free, now) + s</c>, and not each on the end of the wait before
/// it: what one reply is late by does not delay the next. A request whose client went away keeps its slot, as it would where
/// the server does not look.
/// </remarks>
internal sealed class Slots(int count)
{
    private readonly Lock _gate = new();
    private readonly long[] _free = new long[count];

    /// <summary>Takes the slot that is free first.</summary>
    /// <returns>The moments at which the service begins and ends.</returns>
    public (long Start, long Finish) Take(long now, long service, Stall stall)
    {
        lock (_gate)
        {
            var slot = Array.IndexOf(_free, _free.Min());
            var start = stall.Defer(Math.Max(_free[slot], now));
            return (start, _free[slot] = stall.Finish(start, service));
        }
    }
}
