using System.Runtime;

namespace FetchLab.Notebooks;

/// <summary>A thread while it runs a cell's code: it can be stopped from outside, whatever the code does.</summary>
#pragma warning disable CA1001 // Nothing to dispose of: the source has no timer and no wait handle, and the thread that cancels it may come late.
internal sealed class CellThread
#pragma warning restore CA1001
{
    [ThreadStatic]
    private static CellThread? _current;

    private readonly Lock _gate = new();
    private readonly Thread _thread = Thread.CurrentThread;
    private readonly CancellationTokenSource _abort = new();
    private bool _aborting;
    private bool _ended;
    private bool _interrupted;
    // How deep the thread is in the engine's own code; less than 0 from when on it is aborted. No lock: an abort would leave it locked.
    private int _shields;

    private CellThread()
    {
    }

    /// <summary>Runs code on the calling thread.</summary>
    /// <param name="started">Takes what the thread is stopped with.</param>
    /// <param name="code">The code.</param>
    /// <returns>False if it was stopped.</returns>
    public static bool Run(Action<CellThread> started, Action code)
    {
        var self = new CellThread();
        _current = self;
        try
        {
            started(self);
#pragma warning disable SYSLIB0046 // It may leave a cell's data half changed. That is for the person to judge who pressed Stop; there is no other way to end a loop.
            ControlledExecution.Run(code, self._abort.Token);
#pragma warning restore SYSLIB0046
            return true;
        }
        catch (Exception) when (Volatile.Read(ref self._shields) < 0 || self._interrupted)
        {
            return false;
        }
        finally
        {
            _current = null;
            self.End();
        }
    }

    /// <summary>Runs the engine's own code on a cell's thread to its end: half an output must never reach a wire.</summary>
    /// <exception cref="OperationCanceledException">The thread is being stopped; nothing was run.</exception>
    public static void Shield(Action code)
    {
        if (_current is not { } self)
        {
            code();
            return;
        }

        var depth = Volatile.Read(ref self._shields);
        while (depth >= 0 && Interlocked.CompareExchange(ref self._shields, depth + 1, depth) is var found && found != depth) depth = found;
        if (depth < 0) throw new OperationCanceledException(self._abort.Token);
        try
        {
            code();
        }
        finally
        {
            Interlocked.Decrement(ref self._shields);
        }
    }

    /// <summary>Stops the thread, as far as it can be stopped now. To be called again until it has ended.</summary>
    public void Stop()
    {
        // A thread in a wait is interrupted, a running one is aborted, and never both at once: the runtime does not bear that.
        lock (_gate)
        {
            if (_ended || Volatile.Read(ref _shields) > 0) return;
            if (!_aborting && (_thread.ThreadState & ThreadState.WaitSleepJoin) != 0)
            {
                _interrupted = true;
                _thread.Interrupt();
                return;
            }
        }

        if (Interlocked.CompareExchange(ref _shields, -1, 0) != 0) return;
        _aborting = true;
        // Waits until the thread is aborted, which may be never.
        new Thread(_abort.Cancel) { IsBackground = true, Name = "stops a cell" }.UnsafeStart();
    }

    // A thread goes back to the pool: an interrupt that has not found a wait must not hit who comes next.
    private void End()
    {
        while (!_ended)
        {
            try
            {
                lock (_gate) _ended = true;
            }
            catch (ThreadInterruptedException)
            {
                // It came while this thread waited for the gate; once more.
            }
        }

        if (_interrupted) Drain();
    }

    private static void Drain()
    {
        try
        {
            Thread.Sleep(1);
        }
        catch (ThreadInterruptedException)
        {
            // That was it.
        }
    }
}
