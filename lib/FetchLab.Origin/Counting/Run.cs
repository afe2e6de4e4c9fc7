namespace FetchLab.Origin;

/// <summary>What belongs to one run of a client: nothing of it disturbs another run.</summary>
internal sealed class Run(OriginProfile profile, AlarmClock clock)
{
    private long _first;

    public RunStats Stats { get; } = new();

    public Gate Gate { get; } = new(clock);

    public TokenBucket Bucket { get; } = new(profile.Rate, profile.Burst);

    /// <summary>The run's stall, which counts from its first request.</summary>
    public Stall StallFrom(long arrived)
    {
        if (profile.StallMs == 0)
            return default;

        var first = Interlocked.CompareExchange(ref _first, arrived, 0);
        var from = (first == 0 ? arrived : first) + Clock.Ticks(profile.StallAtMs);
        return new(from, from + Clock.Ticks(profile.StallMs));
    }
}
