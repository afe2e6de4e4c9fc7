using Nito.AsyncEx;

namespace FetchLab;

/// <summary>A coroutine a page, all made at once, on one thread; a semaphore lets so many of them fetch.</summary>
internal sealed partial class OneThreadAsyncAtMostStrategy(int concurrency) : FetchStrategy
{
    private readonly int _concurrency = Require.Workers(concurrency, nameof(concurrency));

    public override string Name => $"one thread, async, at most {_concurrency}";

    public override int WorkersFor(int pages) => _concurrency;

    /// <remarks>The thread must have taken all pages in hand before it waits for the first.</remarks>
    protected internal override bool IsAtRest(RunState now) => now.Queued == now.Pages && base.IsAtRest(now);

    protected override Task RunCoreAsync(FetchSession session) =>
        DedicatedThread.RunAsync(Name, () => AsyncContext.Run(() => SomeAtOnceAsync(session)));

    private async Task SomeAtOnceAsync(FetchSession session)
    {
        using var places = new SemaphoreSlim(_concurrency);
        var lanes = new Lanes();
        await Task.WhenAll(Enumerable.Range(0, session.Pages.Count).Select(FetchAsync));

        // No await here leaves the one thread.
        async Task FetchAsync(int place)
        {
            session.Enqueue(place);
            await places.WaitAsync();
            try
            {
                using var lane = lanes.Take();
                await session.FetchAsync(place, lane.Number);
            }
            finally
            {
                places.Release();
            }
        }
    }
}
