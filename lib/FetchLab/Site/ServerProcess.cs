using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace FetchLab;

/// <summary>
/// A web server as a child process, whose first line says where it listens. It reads its end of a pipe that only this process
/// holds the other end of, and ends when that closes: by <see cref="DisposeAsync"/>, or because this process is gone, however
/// it went.
/// </summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const int UsageExitCode = 2;

    private static readonly TimeSpan StartDeadline = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan EndDeadline = TimeSpan.FromSeconds(5);

    // Without this, a server whose site is no longer referenced would lose its pipe to the garbage collector in the middle
    // of a run.
    private static readonly ConcurrentDictionary<ServerProcess, bool> Living = new();

    private readonly string _name;
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _complaints = new();

    private ServerProcess(string name, Process process)
    {
        (_name, _process) = (name, process);
        _process.ErrorDataReceived += (_, line) => Remember(line.Data);
        _process.BeginErrorReadLine();
        Id = process.Id;
    }

    public int Id { get; }

    /// <summary>Where it listens for HTTP/1.1.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Where it listens for HTTP/2 without encryption; null where it does not.</summary>
    public Uri? Http2Address { get; private set; }

    public bool HasEnded => !Living.ContainsKey(this) || _process.HasExited;

    /// <param name="name">What sentences call it, and it itself in its complaints, such as <c>origin</c>.</param>
    /// <param name="path">Its built program.</param>
    /// <param name="arguments">What it is started with.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="FetchLabException">It is not built, did not take its arguments, or gave no address in time.</exception>
    public static async Task<ServerProcess> StartAsync(
        string name, string path, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
            throw new FetchLabException(
                $"the {name} is not built: there is no '{path}'; run `dotnet build` at the root of the project.");

        var server = new ServerProcess(name, Process.Start(new ProcessStartInfo(DotnetHost.Path(), [path, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!);
        Living[server] = true;
        try
        {
            await server.ReadAddressesAsync(cancellationToken).ConfigureAwait(false);
            return server;
        }
        catch
        {
            await server.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!Living.TryRemove(this, out _))
            return;

        _process.StandardInput.Close();
        using var late = new CancellationTokenSource(EndDeadline);
        try
        {
            await _process.WaitForExitAsync(late.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        }

        _process.Dispose();
    }

    private async Task ReadAddressesAsync(CancellationToken cancellationToken)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        late.CancelAfter(StartDeadline);
        try
        {
            var line = await _process.StandardOutput.ReadLineAsync(late.Token).ConfigureAwait(false);
            var addresses = JsonSerializer.Deserialize<Dictionary<string, Uri>>(line ?? "")!;
            (Address, Http2Address) = (addresses["http1"], addresses.GetValueOrDefault("http2"));
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            if (await RefusedAsync(late.Token).ConfigureAwait(false) is { } sentence)
                throw new FetchLabException(sentence, failure);
            var said = _complaints.IsEmpty ? "it said nothing" : string.Join(' ', _complaints);
            throw new FetchLabException(
                $"the {_name} gave no address within {StartDeadline.ToText()}: {said}; run `dotnet build` and try again.",
                failure);
        }
    }

    /// <returns>The one sentence of a server that did not take its arguments.</returns>
    private async Task<string?> RefusedAsync(CancellationToken late)
    {
        try
        {
            // Its last words come before this ends.
            await _process.WaitForExitAsync(late).ConfigureAwait(false);
            return _process.ExitCode == UsageExitCode ? string.Join(' ', _complaints).Replace($"{_name}: ", "", StringComparison.Ordinal) : null;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private void Remember(string? line)
    {
        if (!string.IsNullOrWhiteSpace(line) && _complaints.Count < 10)
            _complaints.Enqueue(line.Trim());
    }
}
