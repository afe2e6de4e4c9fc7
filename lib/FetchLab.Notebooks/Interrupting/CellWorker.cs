namespace FetchLab.Notebooks;

/// <summary>A thread that cells run on, one after the other: to start a new one takes as long as a short cell's own code does.</summary>
internal sealed class CellWorker
{
    private const string Name = "cell";

    // What a program has on Windows. With Linux's 8 MB an endless recursion of async methods would unwind for a minute:
    // every one of them copies the trace so far.
    private const int StackSize = 1024 * 1024;

    private static CellWorker? _free;

    private readonly object _gate = new();
    private Func<bool>? _work;

    private CellWorker()
    {
    }

    /// <summary>Runs work on a thread that no other cell is on.</summary>
    /// <param name="work">The work; false if its thread is not to be used again.</param>
    public static void Run(Func<bool> work) => (Interlocked.Exchange(ref _free, null) ?? Start()).Take(work);

    private static CellWorker Start()
    {
        var worker = new CellWorker();
        new Thread(worker.Loop, StackSize) { IsBackground = true, Name = Name }.UnsafeStart();
        return worker;
    }

    private void Take(Func<bool> work)
    {
        lock (_gate)
        {
            _work = work;
            Monitor.Pulse(_gate);
        }
    }

    private void Loop()
    {
        // What a cell leaves in its execution context, such as a culture, must not reach the next one.
        var clean = ExecutionContext.Capture()!;
        while (Run(clean) && Interlocked.CompareExchange(ref _free, this, null) is null)
        {
        }
    }

    private bool Run(ExecutionContext clean)
    {
        Func<bool> work;
        lock (_gate)
        {
            while (_work is null) Monitor.Wait(_gate);
            (work, _work) = (_work, null);
        }

        var isUsable = false;
        ExecutionContext.Run(clean, _ => isUsable = work(), null);
        return isUsable && Thread.CurrentThread is { Name: Name, Priority: ThreadPriority.Normal, IsBackground: true };
    }
}
