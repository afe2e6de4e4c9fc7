using System.Collections.Concurrent;

namespace FetchLab.Origin;

/// <summary>What was counted over all, and for each run.</summary>
internal sealed class OriginStats
{
    private readonly ConcurrentDictionary<string, RunStats> _runs = new();

    public RunStats All { get; } = new();

    /// <summary>The counts of one run; a run that nobody has seen has counted nothing.</summary>
    public RunStats Of(string run) => _runs.TryGetValue(run, out var stats) ? stats : new RunStats();

    /// <summary>Counts a request in. A request without a run id counts over all only.</summary>
    public Visit Enter(string run, string connection) =>
        new(connection, All, run.Length == 0 ? null : _runs.GetOrAdd(run, _ => new RunStats()));
}
