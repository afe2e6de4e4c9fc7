namespace FetchLab;

/// <summary>A run over pages of a service, and the service's thread pool meanwhile.</summary>
/// <param name="Run">The run.</param>
/// <param name="Samples">The pool, every 20 ms from the run's start to its end; at least one.</param>
public sealed record PoolRun(FetchRun Run, IReadOnlyList<PoolSample> Samples)
{
    /// <summary>The most threads that the pool was seen to have.</summary>
    public int PeakThreads => Samples.Max(sample => sample.Threads);

    /// <summary>The most pieces of work that were seen to wait for one.</summary>
    public long PeakQueue => Samples.Max(sample => sample.Queue);

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Run.Strategy}: {Run.Pages} pages in {Run.Makespan.ToText()}, at most {PeakThreads} pool threads and {PeakQueue} pieces of work that waited for one.";
}
