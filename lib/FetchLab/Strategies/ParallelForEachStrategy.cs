using System.Collections.Concurrent;

namespace FetchLab;

/// <summary><c>Parallel.ForEach</c> over blocking calls, each of which holds a thread of the pool.</summary>
internal sealed partial class ParallelForEachStrategy(int concurrency) : FetchStrategy
{
    private readonly int _concurrency = Require.Workers(concurrency, nameof(concurrency));

    public override string Name => $"Parallel.ForEach, {_concurrency}";

    public override bool IsThreaded => true;

    /// <remarks>The pool decides when a worker gets its thread.</remarks>
    public override bool IsExactInVirtualTime => false;

    public override int WorkersFor(int pages) => _concurrency;

    protected override Task RunCoreAsync(FetchSession session) =>
        // The loop also works on the thread that calls it. That one is no thread of the pool, or it would be missing there.
        DedicatedThread.RunAsync(Name, () =>
        {
            var lanes = new Lanes();
            var options = new ParallelOptions { MaxDegreeOfParallelism = _concurrency };
            // Without this a worker takes several pages at a time, and sits on them while others have none.
            var places = Partitioner.Create(
                Enumerable.Range(0, session.Pages.Count), EnumerablePartitionerOptions.NoBuffering);
            Parallel.ForEach(places, options, place =>
            {
                using var lane = lanes.Take();
                session.Fetch(place, lane.Number);
            });
        });
}
