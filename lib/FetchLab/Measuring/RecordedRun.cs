namespace FetchLab;

/// <summary>What all the records of a run have in common: its id, its clock, and the moment that their instants count from.</summary>
internal sealed class RecordedRun(string id, TimeProvider clock)
{
    private readonly long _start = clock.GetTimestamp();

    public string Id => id;

    public TimeSpan Now() => clock.GetElapsedTime(_start);

    /// <summary>The instant of one of the clock's timestamps; negative if that was before the run.</summary>
    public TimeSpan At(long timestamp) => clock.GetElapsedTime(_start, timestamp);

    public DateTimeOffset Date() => clock.GetUtcNow();
}
