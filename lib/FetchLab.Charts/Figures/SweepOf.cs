namespace FetchLab.Charts;

/// <summary>What a sweep shows for each worker count.</summary>
public enum SweepOf
{
    /// <summary>The time for all pages, in seconds.</summary>
    Makespan,

    /// <summary>Pages a second.</summary>
    Throughput,
}
