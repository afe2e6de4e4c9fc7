using System.Collections.Concurrent;

namespace FetchLab.Origin;

/// <summary>All runs, by the ids that clients give them, and what was counted over all.</summary>
internal sealed class Runs(OriginProfile profile, AlarmClock clock)
{
    private readonly ConcurrentDictionary<string, Run> _runs = new();

    public RunStats All { get; } = new();

    /// <summary>The counts of one run; a run that nobody has seen has counted nothing.</summary>
    public RunStats StatsOf(string run) => _runs.TryGetValue(run, out var found) ? found.Stats : new RunStats();

    /// <summary>A run; requests without an id are one of their own.</summary>
    public Run Of(string id) => _runs.GetOrAdd(id, static (id, made) => new Run(id, made.profile, made.clock), (profile, clock));
}
