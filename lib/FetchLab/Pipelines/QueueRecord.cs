namespace FetchLab;

/// <summary>What a queue between two stages held over a run.</summary>
/// <param name="Stage">The stage that takes from it.</param>
/// <param name="Capacity">How many it may hold; null for any number.</param>
/// <param name="Changes">Each time that an item came or went, in order; before the first it was empty.</param>
public sealed record QueueRecord(string Stage, int? Capacity, IReadOnlyList<QueueChange> Changes)
{
    /// <summary>The most that it held.</summary>
    public int Peak => Changes.Select(change => change.Held).DefaultIfEmpty().Max();
}
