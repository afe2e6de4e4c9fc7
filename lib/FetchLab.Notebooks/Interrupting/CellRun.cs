using System.Collections.Concurrent;
using System.Diagnostics;

namespace FetchLab.Notebooks;

/// <summary>One cell while it runs: where its outputs go, whom it asks, and how it is stopped.</summary>
#pragma warning disable CA1001 // Nothing to dispose of: the source has no timer, and a cell's own tasks may look at its token long after the cell.
internal sealed class CellRun
#pragma warning restore CA1001
{
    // Long enough for code that watches its token to end by itself.
    private static readonly TimeSpan _courtesy = TimeSpan.FromMilliseconds(100);
    // A busy machine needs some of it; whoever waits for no stop point is given up after it.
    private static readonly TimeSpan _grace = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan _tick = TimeSpan.FromMilliseconds(20);

    private readonly Lock _gate = new();
    private readonly Action<CellOutput> _onOutput;
    private readonly CellPresence _presence = new();
    private readonly ConcurrentDictionary<CellThread, bool> _threads = new();
    private readonly CellSynchronizationContext _context;
    private readonly TaskCompletionSource _over = new(); // What waits for it goes on on the thread that sets it: the pool may be full.
    private readonly CancellationTokenSource _stopping = new();
    private readonly List<Action> _atEnd = [];
    private volatile bool _closing;
    private volatile bool _cutShort;
    private volatile Task _running = Task.CompletedTask;
    private volatile Task _foreign = Task.CompletedTask;
    private int _interrupted;

    /// <param name="onOutput">Takes the outputs, one at a time.</param>
    /// <param name="input">Asks the person; null where nobody can be asked.</param>
    public CellRun(Action<CellOutput> onOutput, InputHandler? input)
    {
        (_onOutput, Input) = (onOutput, input);
        _context = new(this);
    }

    public InputHandler? Input { get; }

    /// <summary>Runs more code as a part of this cell: source, and the language that it begins in.</summary>
    public Func<string, string?, Task>? Submit { get; init; }

    /// <summary>The session's own name of a language, by any of its names; null where the session does not have it.</summary>
    public Func<string, string?>? FindLanguage { get; init; }

    /// <summary>Cancelled when the cell is interrupted: for code that ends by itself when it is asked to.</summary>
    public CancellationToken Stopping => _stopping.Token;

    /// <summary>Whether an error was put out that nobody caught.</summary>
    public bool HasFailed { get; private set; }

    public bool IsInterrupted => Volatile.Read(ref _interrupted) != 0;

    /// <exception cref="OperationCanceledException">The cell is being stopped: code of it that prints in a loop ends here.</exception>
    public void Put(CellOutput output)
    {
        if (_closing && CellThread.IsCurrent) throw new OperationCanceledException(Stopping);
        lock (_gate) _onOutput(output);
    }

    /// <summary>Puts an error out that nobody has caught; an error of a cell that is being stopped is no news.</summary>
    public void Fail(Exception error)
    {
        if (IsInterrupted) return;
        HasFailed = true;
        var cause = ErrorText.Unwrap(error);
        Put(new ErrorOutput(cause.GetType().Name, cause.Message, ErrorText.Lines(error)));
    }

    /// <summary>Where code of the cell can be stopped.</summary>
    /// <exception cref="OperationCanceledException">It is being stopped.</exception>
    public void PassStopPoint()
    {
        if (!_closing) return;
        _cutShort = true;
        throw new OperationCanceledException(Stopping);
    }

    /// <summary>Asks for something to be done when the cell has ended, well or not.</summary>
    public void AtEnd(Action action) => _atEnd.Add(action);

    public void End() => _atEnd.ForEach(action => action());

    /// <summary>Runs the cell's code on a thread of its own, to its end or until it is stopped or given up.</summary>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public async Task RunAsync(Func<Task> code)
    {
        Stopping.ThrowIfCancellationRequested();
        var ended = new TaskCompletionSource();
        _running = ended.Task;
        CellWorker.Run(() =>
        {
            var begun = Task.CompletedTask;
            var went = Enter(() => begun = Begin(code));
            if (!went) ended.TrySetCanceled(Stopping);
            // Out of the cell by now, this thread may go on with what waits for it; one that is still inside must not.
            else if (begun.IsCompleted) ended.TrySetFromTask(begun);
            else begun.ContinueWith(ended.TrySetFromTask, TaskScheduler.Default);
            return went;
        });

        await Task.WhenAny(ended.Task, _over.Task);
        if (!ended.Task.IsCompleted) throw new OperationCanceledException(Stopping);
        await ended.Task;
        // It has waited for a thread of its own that was stopped, and took that for the thread's end.
        if (_cutShort) throw new OperationCanceledException(Stopping);
    }

    /// <summary>Waits for what another language runs as a part of the cell: to its end, or until the cell is given up.</summary>
    /// <param name="foreign">Ends by itself when the cell is interrupted.</param>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public async Task AwaitAsync(Task foreign)
    {
        _foreign = foreign;
        await Task.WhenAny(foreign, _over.Task);
        if (!foreign.IsCompleted) throw new OperationCanceledException(Stopping);
        await foreign;
    }

    /// <summary>Runs what follows an <c>await</c>. Of a cell that is being stopped, nothing follows.</summary>
    public void Continue(Action code)
    {
        if (_closing) return;
        Enter(() =>
        {
            try
            {
                code();
            }
            catch (Exception error)
            {
                // Of an async void method: nobody awaits it, and it must not take the process with it.
                Fail(error);
            }
        });
    }

    /// <summary>Begins to stop the cell, and returns at once.</summary>
    public void Interrupt()
    {
        if (Interlocked.Exchange(ref _interrupted, 1) != 0) return;
        // Threads of their own: the cell may hold every thread of the pool, and what it has registered may block.
        InBackground(_stopping.Cancel);
        InBackground(StopThreads);
    }

    /// <summary>Waits until an interrupted cell has come to rest, or is given up.</summary>
    /// <returns>Whether code of it is running still.</returns>
    public async Task<bool> SettleAsync()
    {
        await _over.Task;
        return IsInside;
    }

    // Whether code of the cell is running, here or in another language.
    private bool IsInside => _presence.Any || !_foreign.IsCompleted;

    private void StopThreads()
    {
        var clock = Stopwatch.StartNew();
        Task.WaitAny([_running], _courtesy);
        // Nothing follows an await any more: what has let go of its threads is stopped by that alone.
        _closing = true;
        StopPoints.Arm();
        Thread.Sleep(_tick);
        // At rest: no thread has been inside for a few moments. Between two awaits there is none for one.
        for (var quiet = 0; quiet < 3 && clock.Elapsed < _grace; quiet = IsInside ? 0 : quiet + 1)
        {
            foreach (var thread in _threads.Keys) thread.Stop();
            if (!IsInside && _running.IsCompleted) break;
            Thread.Sleep(_tick);
        }

        if (!_presence.Any) StopPoints.Disarm();
        _over.TrySetResult();
    }

    // What throws before its first await would end the thread, and with it the process.
    private static Task Begin(Func<Task> code)
    {
        try
        {
            return code();
        }
        catch (Exception error)
        {
            return Task.FromException(error);
        }
    }

    private bool Enter(Action code)
    {
        var before = SynchronizationContext.Current;
        CellThread? thread = null;
        Displays.SendTo(this);
        _presence.Enter();
        SynchronizationContext.SetSynchronizationContext(_context);
        try
        {
            return CellThread.Run(self => _threads[thread = self] = true, code);
        }
        finally
        {
            if (thread is not null) _threads.TryRemove(thread, out _);
            SynchronizationContext.SetSynchronizationContext(before);
            CellPresence.Leave();
        }
    }

    private static void InBackground(Action action) => new Thread(() =>
    {
        try
        {
            action();
        }
        catch (AggregateException)
        {
            // What the cell has registered for its end has thrown; the cell ends all the same.
        }
    })
    { IsBackground = true, Name = "stops a cell" }.UnsafeStart();
}
