namespace FetchLab;

/// <summary>Threads that each take the next page from a shared counter and wait for it.</summary>
internal sealed partial class ThreadsStrategy(int workers) : FetchStrategy
{
    private readonly int _workers = Require.Workers(workers, nameof(workers));

    public override string Name => _workers == 1 ? "1 thread" : $"{_workers} threads";

    public override bool IsThreaded => true;

    public override int WorkersFor(int pages) => _workers;

    protected override Task RunCoreAsync(FetchSession session)
    {
        var taken = 0;
        var threads = Enumerable.Range(0, _workers).Select(worker => DedicatedThread.RunAsync($"worker {worker}", () =>
        {
            int place;
            while ((place = Interlocked.Increment(ref taken) - 1) < session.Pages.Count)
                session.Fetch(place, worker);
        }));

        return Task.WhenAll(threads);
    }
}
