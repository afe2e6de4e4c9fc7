namespace FetchLab.Origin;

/// <summary>The line on which all bodies leave, one piece after the other.</summary>
/// <param name="bytesPerSecond">Its bandwidth; 0 for one that takes no time.</param>
internal sealed class Link(double bytesPerSecond)
{
    private readonly Lock _gate = new();
    private long _free;

    public bool TakesTime => bytesPerSecond > 0;

    /// <summary>Takes the link for a piece of a body.</summary>
    /// <returns>The moment at which its last byte is through.</returns>
    public long Take(long now, int bytes, double handoverMs)
    {
        var milliseconds = handoverMs + (TakesTime ? bytes / bytesPerSecond * 1000 : 0);
        lock (_gate)
            return _free = Math.Max(_free, now) + Clock.Ticks(milliseconds);
    }
}
