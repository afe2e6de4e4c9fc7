namespace FetchLab;

/// <summary>A coroutine a page, all made at once; a semaphore lets so many of them fetch.</summary>
internal sealed partial class AsyncAtMostStrategy(int concurrency) : FetchStrategy
{
    private readonly int _concurrency = Require.Workers(concurrency, nameof(concurrency));

    public override string Name => $"async, at most {_concurrency}";

    public override int WorkersFor(int pages) => _concurrency;

    /// <remarks>Whoever takes the pages in hand must be done with that too.</remarks>
    protected internal override bool IsAtRest(RunState now) => now.Queued == now.Pages && base.IsAtRest(now);

    protected override async Task RunCoreAsync(FetchSession session)
    {
        using var places = new SemaphoreSlim(_concurrency);
        var lanes = new Lanes();
        await Task.WhenAll(Enumerable.Range(0, session.Pages.Count).Select(FetchAsync)).ConfigureAwait(false);

        async Task FetchAsync(int place)
        {
            session.Enqueue(place);
            await places.WaitAsync().ConfigureAwait(false);
            try
            {
                using var lane = lanes.Take();
                await session.FetchAsync(place, lane.Number).ConfigureAwait(false);
            }
            finally
            {
                places.Release();
            }
        }
    }
}
