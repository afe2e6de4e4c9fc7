namespace FetchLab;

/// <summary>From when on how many items a queue held: the next change ends it.</summary>
/// <param name="At">The instant, from the start of the run.</param>
/// <param name="Held">The items in it from then on.</param>
public readonly record struct QueueChange(TimeSpan At, int Held);
