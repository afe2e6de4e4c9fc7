using System.Diagnostics;

namespace FetchLab.Origin;

/// <summary>What belongs to one run of a client: nothing of it disturbs another run.</summary>
internal sealed class Run(string id, OriginProfile profile, AlarmClock clock)
{
    // It is made by the first request of the run.
    private readonly long _first = Stopwatch.GetTimestamp();

    /// <summary>The client's id of it, in the one instance that all its requests share; empty without one.</summary>
    public string Id => id;

    public RunStats Stats { get; } = new();

    public Gate Gate { get; } = new(clock);

    public TokenBucket Bucket { get; } = new(profile.Rate, profile.Burst);

    /// <summary>The run's stall, which counts from its first request.</summary>
    public Stall Stall
    {
        get
        {
            var from = _first + Clock.Ticks(profile.StallAtMs);
            return new(from, from + Clock.Ticks(profile.StallMs));
        }
    }
}
