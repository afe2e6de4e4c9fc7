using System.Globalization;
using System.Text.Json.Nodes;
using FetchLab.Notebooks;

namespace FetchLab.Jupyter;

/// <summary>A kernel that was started here, from its process to its answers.</summary>
internal sealed class ConnectedKernel : IAsyncDisposable
{
    private static readonly TimeSpan _greeting = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan _shutdown = TimeSpan.FromSeconds(2);

    private readonly InstalledKernel _installed;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fetchlab-kernel-");
    private readonly KernelChild _child;
    private bool _isDisposed;

    /// <param name="name">What cells call it.</param>
    /// <param name="installed">What to start.</param>
    /// <param name="folder">Where it runs.</param>
    public ConnectedKernel(string name, InstalledKernel installed, string folder)
    {
        (Name, _installed) = (name, installed);
        try
        {
            var file = ConnectionFile.OnFreePorts();
            var path = Path.Combine(_folder.FullName, "kernel.json");
            file.Write(path);
            _child = new(installed, path, folder);
            Client = new(file);
        }
        catch
        {
            _folder.Delete(recursive: true);
            throw;
        }

        _child.Ended.ContinueWith(_ => Client.End(HasEnded()), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    public string Name { get; }

    public KernelClient Client { get; }

    /// <summary>The process's id.</summary>
    public int ProcessId => _child.Id;

    /// <summary>The last lines that the process has written past its messages.</summary>
    public IReadOnlyList<string> LastLines => _child.LastLines;

    /// <summary>The exit code, once it has ended.</summary>
    public int? ExitCode => _child.Ended.IsCompleted ? _child.Ended.Result : null;

    /// <summary>How to connect it once more.</summary>
    public string Again => $"connect it again with '#!connect jupyter --kernel-name {Name} --kernel-spec {_installed.Spec}'";

    /// <summary>Waits until it answers, and is heard.</summary>
    /// <returns>The language that it runs.</returns>
    /// <exception cref="NotebookException">It has ended.</exception>
    public async Task<string> GreetAsync(CancellationToken cancellationToken)
    {
        // Again and again: a broadcast is missed until the subscription has arrived.
        var asked = new List<Exchange>();
        try
        {
            while (true)
            {
                asked.Add(Client.Start("kernel_info_request", []));
                var heard = Task.WhenAny(asked.Select(exchange => exchange.Heard));
                var answered = Task.WhenAny(asked.Select(exchange => exchange.Reply));
                try
                {
                    var reply = await (await answered.WaitAsync(_greeting, cancellationToken));
                    await heard.WaitAsync(_greeting, cancellationToken);
                    return (reply["language_info"] as JsonObject)?.Text("name") ?? "";
                }
                catch (TimeoutException)
                {
                    // It is not there yet.
                }
            }
        }
        finally
        {
            foreach (var exchange in asked) Client.Forget(exchange);
        }
    }

    /// <summary>Interrupts what it runs, in the way that it asks for.</summary>
    public void Interrupt()
    {
        // Windows has no such signal for one process.
        if (_installed.InterruptsByMessage || OperatingSystem.IsWindows()) Client.Forget(Client.Start("interrupt_request", [], channel: Channel.Control));
        else _child.Interrupt();
    }

    /// <summary>Ends it by force.</summary>
    public void Kill() => _child.Kill();

    /// <summary>Asks it to end; after 2 s it is ended by force.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_isDisposed) return;
        _isDisposed = true;
        if (!_child.Ended.IsCompleted)
        {
            Client.Start("shutdown_request", new() { ["restart"] = false }, channel: Channel.Control);
            await ((Task)_child.Ended).WaitAsync(_shutdown).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        _child.Dispose();
        Client.Dispose();
        DeleteFolder();
    }

    private NotebookException HasEnded() => new(string.Create(CultureInfo.InvariantCulture,
        $"the kernel of '{Name}' has ended, with exit code {_child.Ended.Result}; {Again}."));

    // The process's watcher does so too, and may be quicker.
    private void DeleteFolder()
    {
        try
        {
            _folder.Delete(recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // It is gone, or somebody looks at it; it holds a key to nothing any more.
        }
    }
}
