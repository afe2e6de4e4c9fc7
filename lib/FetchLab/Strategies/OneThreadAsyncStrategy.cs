using Nito.AsyncEx;

namespace FetchLab;

/// <summary>All pages at once, a coroutine each, on one thread that takes up whichever is ready to go on.</summary>
internal sealed partial class OneThreadAsyncStrategy : FetchStrategy
{
    public override string Name => "one thread, async";

    public override int WorkersFor(int pages) => pages;

    protected override Task RunCoreAsync(FetchSession session) =>
        DedicatedThread.RunAsync(Name, () => AsyncContext.Run(() => AllAtOnceAsync(session)));

    private static async Task AllAtOnceAsync(FetchSession session)
    {
        var coroutines = new List<Task>();
        for (var place = 0; place < session.Pages.Count; place++)
            coroutines.Add(session.FetchAsync(place, worker: place));

        await Task.WhenAll(coroutines);
    }
}
