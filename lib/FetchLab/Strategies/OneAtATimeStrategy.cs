namespace FetchLab;

/// <summary>One page after the other, each waited for on the same thread.</summary>
internal sealed partial class OneAtATimeStrategy : FetchStrategy
{
    public override string Name => "one at a time";

    public override int WorkersFor(int pages) => 1;

    protected override Task RunCoreAsync(FetchSession session) =>
        DedicatedThread.RunAsync(Name, () =>
        {
            for (var place = 0; place < session.Pages.Count; place++)
                session.Fetch(place, worker: 0);
        });
}
