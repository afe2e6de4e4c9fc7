namespace FetchLab.Notebooks;

/// <summary>A thread while it runs a cell's code: whatever it waits for, the wait can be ended from outside.</summary>
/// <remarks>
/// A loop that waits for nothing ends at its next stop point (<see cref="StopPoints"/>), if it is the cell's own; a library's
/// is given up, and the person is told to restart.
/// </remarks>
internal sealed class CellThread
{
    [ThreadStatic]
    private static CellThread? _current;

    private readonly Lock _gate = new();
    private readonly Thread _thread = Thread.CurrentThread;
    private bool _ended;
    private bool _interrupted;

    private CellThread()
    {
    }

    /// <summary>Whether the calling thread runs a cell's code.</summary>
    public static bool IsCurrent => _current is not null;

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
            code();
            return true;
        }
        catch (Exception) when (self._interrupted)
        {
            return false;
        }
        finally
        {
            _current = null;
            self.End();
        }
    }

    /// <summary>Ends the wait that the thread is in, if it is in one. To be called again until the thread has ended.</summary>
    public void Stop()
    {
        lock (_gate)
        {
            if (_ended || (_thread.ThreadState & ThreadState.WaitSleepJoin) == 0) return;
            _interrupted = true;
            _thread.Interrupt();
        }
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
