namespace FetchLab;

/// <summary>Threads that each take the next page from a shared counter and wait for it.</summary>
internal sealed partial class ThreadsStrategy : FetchStrategy
{
    /// <summary>Far more than a lesson needs; a few zeros more would take the machine down.</summary>
    private const int Most = 10_000;

    private readonly int _workers;

    public ThreadsStrategy(int workers)
    {
        Check.AtLeast(1, workers, "workers", "10");
        Check.Between(1, Most, workers, "workers", "10");
        _workers = workers;
    }

    public override string Name => _workers == 1 ? "1 thread" : $"{_workers} threads";

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
