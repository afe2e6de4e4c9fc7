using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using FetchLab.Notebooks;

namespace FetchLab.Jupyter;

/// <summary>A kernel's process. It ends with this one, however this one ends.</summary>
/// <remarks>
/// On Unix it starts as a shell whose input is a pipe that only this process holds open. The shell leaves a watcher
/// behind that waits for the pipe's end, and then becomes the kernel: its process's id is the kernel's.
/// On Windows nobody watches but the kernel itself, by JPY_PARENT_PID; it is ended when this object is disposed.
/// </remarks>
internal sealed class KernelChild : IDisposable
{
    private const int MostLines = 20;

    // The watcher reads from descriptor 3, because a shell gives what runs in its background no input. It is nobody's child,
    // so that the kernel has none that it did not start; and a line in the pipe tells it that there is nothing left to kill.
    // In a session of its own (where there is setsid) the kernel is killed with what it has started.
    private const string Script = """
        exec 3<&0 </dev/null
        ( ( trap '' HUP INT; read -r over || { kill -9 -$$; kill -9 $$; }; rm -f "$0"; rmdir "${0%/*}" ) <&3 3<&- >/dev/null 2>&1 & )
        exec 3<&-
        if command -v setsid >/dev/null 2>&1; then exec setsid "$@"; fi
        exec "$@"
        """;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _lastWords = TimeSpan.FromMilliseconds(500);

    private readonly Process _process;
    private readonly Queue<string> _lines = new();
    private readonly TaskCompletionSource<int> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="kernel">What to start.</param>
    /// <param name="connectionFile">Where it reads what to listen on; alone in a folder that goes with it.</param>
    /// <param name="folder">Where it runs.</param>
    /// <exception cref="NotebookException">It cannot be started.</exception>
    public KernelChild(InstalledKernel kernel, string connectionFile, string folder)
    {
        var command = kernel.CommandFor(connectionFile);
        var utf8 = new UTF8Encoding(false);
        var start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo(command[0], command.Skip(1))
            : new ProcessStartInfo("/bin/sh", ["-c", Script, connectionFile, .. command]);
        start.WorkingDirectory = folder;
        start.UseShellExecute = false;
        // Its output, too: this process's own may be a protocol's.
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.StandardInputEncoding = start.StandardOutputEncoding = start.StandardErrorEncoding = utf8;
        foreach (var (name, value) in kernel.Environment) start.Environment[name] = value;
        start.Environment["JPY_PARENT_PID"] = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        try
        {
            _process = Process.Start(start)!;
        }
        catch (Win32Exception error)
        {
            throw new NotebookException($"the Jupyter kernel '{kernel.Spec}' cannot be started in {folder}: {error.Message.TrimEnd('.')}.", error);
        }

        Id = _process.Id;
        Thread[] readers = [InBackground("output", () => Keep(_process.StandardOutput)), InBackground("errors", () => Keep(_process.StandardError))];
        InBackground("end", () => AwaitEnd(readers));
    }

    /// <summary>The process's id.</summary>
    public int Id { get; }

    /// <summary>Becomes the exit code.</summary>
    public Task<int> Ended => _ended.Task;

    /// <summary>The last that it has written past its messages.</summary>
    public IReadOnlyList<string> LastLines
    {
        get
        {
            lock (_lines) return [.. _lines];
        }
    }

    /// <summary>Sends what Ctrl+C sends.</summary>
    public void Interrupt()
    {
        if (!_process.HasExited) Signals.Send(Id, Signals.Interrupt);
    }

    /// <summary>Ends it by force, with all that it has started.</summary>
    public void Kill()
    {
        if (_process.HasExited) return;
        if (!OperatingSystem.IsWindows()) Signals.Send(-Id, Signals.Kill);
        _process.Kill(entireProcessTree: true);
    }

    /// <summary>Kills it if it has not ended.</summary>
    public void Dispose()
    {
        Kill();
        // Else it is caught in the system, and this thread must not be.
        if (Ended.Wait(_patience)) _process.Dispose();
    }

    private void AwaitEnd(Thread[] readers)
    {
        _process.WaitForExit();
        TellWatcher();
        // What it has started may hold its output open.
        foreach (var reader in readers) reader.Join(_lastWords);
        _ended.SetResult(_process.ExitCode);
    }

    // Before the process's id can be another's.
    private void TellWatcher()
    {
        try
        {
            _process.StandardInput.WriteLine();
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // Nobody watches: there was no shell, or somebody has ended the watcher.
        }
    }

    private void Keep(StreamReader reader)
    {
        try
        {
            while (reader.ReadLine() is { } line)
            {
                lock (_lines)
                {
                    _lines.Enqueue(AnsiText.Plain(line));
                    if (_lines.Count > MostLines) _lines.Dequeue();
                }
            }
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            // The process is gone, and its output is closed.
        }
    }

    // Not on the pool, every thread of which a cell may hold.
    private static Thread InBackground(string name, Action action)
    {
        var thread = new Thread(() => action()) { IsBackground = true, Name = $"kernel's {name}" };
        thread.UnsafeStart();
        return thread;
    }
}
