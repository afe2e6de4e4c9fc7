namespace FetchLab;

/// <summary>The anti-pattern: one page after the other, each with a client, and so a connection, of its own.</summary>
internal sealed partial class ClientPerRequestStrategy : FetchStrategy
{
    public override string Name => "a client per request";

    public override int WorkersFor(int pages) => 1;

    protected override Task RunCoreAsync(FetchSession session) =>
        DedicatedThread.RunAsync(Name, () =>
        {
            for (var place = 0; place < session.Pages.Count; place++)
                session.FetchWithNewClient(place, worker: 0);
        });
}
