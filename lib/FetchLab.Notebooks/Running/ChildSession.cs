using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace FetchLab.Notebooks;

/// <summary>
/// A session in a process of its own, which runs <see cref="SessionHost"/>. A cell that takes its process down, or that
/// cannot be stopped, fails; whoever asked for it lives on.
/// </summary>
public sealed class ChildSession : INotebookSession
{
    private const int MostErrorLines = 40;
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    private readonly Process _process;
    private readonly List<string> _errors = [];
    private readonly ConcurrentDictionary<int, Action<CellOutput>> _sinks = new();
    private readonly Task _reading;
    private TaskCompletionSource<bool>? _running;
    private int _lastId;

    /// <param name="command">How to start the host: a program and the arguments before its own. Its pipes are set here.</param>
    /// <param name="folder">The notebook's folder, in which the process runs.</param>
    public ChildSession(ProcessStartInfo command, string folder)
    {
        command.WorkingDirectory = folder;
        command.RedirectStandardInput = command.RedirectStandardOutput = command.RedirectStandardError = true;
        command.StandardInputEncoding = command.StandardOutputEncoding = command.StandardErrorEncoding = new UTF8Encoding(false);
        command.UseShellExecute = false;
        _process = Process.Start(command) ?? throw new NotebookException($"'{command.FileName}' could not be started.");
        _process.ErrorDataReceived += (_, line) => KeepError(line.Data);
        _process.BeginErrorReadLine();
        _reading = Task.Run(ReadAsync);
    }

    /// <summary>The process's id.</summary>
    public int ProcessId => _process.Id;

    /// <inheritdoc/>
    /// <remarks>A cell that is given up takes its process with it: that ends whatever the cell does.</remarks>
    public async Task<bool> ExecuteAsync(CellRequest cell, Action<CellOutput> onOutput, CancellationToken cancellationToken)
    {
        var id = ++_lastId;
        _sinks[id] = onOutput;
        var running = _running = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await SendAsync(new HostRequest(id, cell));

        try
        {
            await Task.WhenAny(running.Task, _reading).WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
        }

        if (!running.Task.IsCompleted)
        {
            await EndAsync();
            // The last lines may say that the cell had ended after all.
            if (!running.Task.IsCompleted && !cancellationToken.IsCancellationRequested) Fail(onOutput, Death());
        }

        return running.Task.IsCompleted && await running.Task;
    }

    /// <summary>Ends the process: by the end of its input, and after five seconds by force.</summary>
    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        _process.Dispose();
    }

    private async Task EndAsync()
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended already, and something was still on its way to it.
        }

        try
        {
            await _process.WaitForExitAsync().WaitAsync(_patience);
        }
        catch (TimeoutException)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _reading;
    }

    private async Task SendAsync(HostRequest request)
    {
        try
        {
            await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(request, HostProtocol.Json));
            await _process.StandardInput.FlushAsync();
        }
        catch (IOException)
        {
            // The process has ended; reading its output says so too, and there it is reported.
        }
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (HostProtocol.ReadEvent(line) is not { } happened) continue;
            if (happened.Output is { } output && _sinks.TryGetValue(happened.Id, out var sink)) sink(output);
            if (happened.Ended is { } ok && happened.Id == _lastId) _running?.TrySetResult(ok);
        }
    }

    private void KeepError(string? line)
    {
        if (line is null) return;
        lock (_errors)
        {
            // The beginning says what happened; a stack overflow's thousand frames do not.
            if (_errors.Count < MostErrorLines) _errors.Add(line);
        }
    }

    private string Death()
    {
        lock (_errors)
        {
            // 'Process terminated.' stands over whatever reason there is.
            var said = _errors.Select(line => line.Trim()).FirstOrDefault(line => line is not ("" or "Process terminated."));
            var ended = string.Create(CultureInfo.InvariantCulture,
                $"the notebook's process ended with exit code {_process.ExitCode} while the cell was running");
            return said is null ? ended + "." : $"{ended}: {said}";
        }
    }

    private static void Fail(Action<CellOutput> onOutput, string message) =>
        onOutput(new ErrorOutput("ProcessEnded", message, [message]));
}
