namespace FetchLab.Notebooks;

/// <summary>
/// Takes what follows an <c>await</c> in a cell to the pool, as it would go without a context, but so that it can be
/// stopped there. It never waits for a certain thread: <c>.Result</c> in a cell does not deadlock.
/// </summary>
internal sealed class CellSynchronizationContext(CellRun run) : SynchronizationContext
{
    public override void Post(SendOrPostCallback d, object? state) =>
        ThreadPool.UnsafeQueueUserWorkItem(_ => run.Continue(() => d(state)), null);
}
