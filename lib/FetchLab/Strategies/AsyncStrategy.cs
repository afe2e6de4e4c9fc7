namespace FetchLab;

/// <summary>All pages at once, a coroutine each, which go on wherever the thread pool has a thread.</summary>
internal sealed partial class AsyncStrategy : FetchStrategy
{
    public override string Name => "async, all at once";

    public override int WorkersFor(int pages) => pages;

    protected override Task RunCoreAsync(FetchSession session)
    {
        var coroutines = new List<Task>();
        for (var place = 0; place < session.Pages.Count; place++)
            coroutines.Add(session.FetchAsync(place, worker: place));

        return Task.WhenAll(coroutines);
    }
}
