namespace FetchLab;

/// <summary><c>Parallel.ForEachAsync</c> over coroutines.</summary>
internal sealed partial class ParallelForEachAsyncStrategy(int concurrency) : FetchStrategy
{
    private readonly int _concurrency = Require.Workers(concurrency, nameof(concurrency));

    public override string Name => $"Parallel.ForEachAsync, {_concurrency}";

    public override int WorkersFor(int pages) => _concurrency;

    protected override Task RunCoreAsync(FetchSession session)
    {
        var lanes = new Lanes();
        var options = new ParallelOptions { MaxDegreeOfParallelism = _concurrency };
        return Parallel.ForEachAsync(Enumerable.Range(0, session.Pages.Count), options, async (place, _) =>
        {
            using var lane = lanes.Take();
            await session.FetchAsync(place, lane.Number).ConfigureAwait(false);
        });
    }
}
