namespace FetchLab.Charts;

/// <summary>What was guessed.</summary>
internal enum GuessOf
{
    /// <summary>The time for all pages.</summary>
    Makespan,

    /// <summary>Pages a second.</summary>
    Throughput,

    /// <summary>A number of workers.</summary>
    Workers,
}
