namespace FetchLab.Jupyter;

/// <summary>
/// Keeps the thread pool answering between cells. On Unix the sockets hear by it, and what cells have left running may hold all of
/// its threads for good: then it gets more, at once, instead of one in half a second behind all that waits.
/// </summary>
/// <param name="isFree">Whether no cell runs. While one does, the pool is as the cell has it: to see it starve may be the lesson.</param>
internal sealed class PoolRelief(Func<bool> isFree)
{
    // Who leaves more than that behind has to restart.
    private const int MostThreads = 4096;
    private const int Step = 64;
    private static readonly TimeSpan _interval = TimeSpan.FromMilliseconds(250);

    private int? _usual;

    /// <summary>Looks again and again.</summary>
    /// <param name="ended">Until this is completed.</param>
    public void Watch(Task ended)
    {
        while (!ended.Wait(_interval))
        {
            if (!isFree()) continue;
            if (ThreadPool.PendingWorkItemCount > 0 && !Answers()) Relieve();
            else if (_usual is { } usual && ThreadPool.ThreadCount <= usual) Restore(usual);
        }
    }

    private static bool Answers()
    {
        // Not disposed: the pool may come to it much later.
        var probe = new ManualResetEventSlim();
        ThreadPool.UnsafeQueueUserWorkItem(static probe => probe.Set(), probe, preferLocal: false);
        return probe.Wait(_interval);
    }

    private void Relieve()
    {
        ThreadPool.GetMinThreads(out var least, out var ports);
        _usual ??= least;
        var threads = ThreadPool.ThreadCount;
        // Twice as many: thousands of waiting tasks take a few looks, not minutes.
        if (isFree() && threads < MostThreads) ThreadPool.SetMinThreads(Math.Min(MostThreads, threads + Math.Max(Step, threads)), ports);
    }

    private void Restore(int usual)
    {
        ThreadPool.GetMinThreads(out _, out var ports);
        if (ThreadPool.SetMinThreads(usual, ports)) _usual = null;
    }
}
