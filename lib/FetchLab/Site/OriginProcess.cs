using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace FetchLab;

/// <summary>
/// The origin as a child process. It reads its end of a pipe that only this process holds the other end of, and ends when
/// that closes: by <see cref="DisposeAsync"/>, or because this process is gone, however it went.
/// </summary>
internal sealed class OriginProcess : IAsyncDisposable
{
    private const int UsageExitCode = 2;

    private static readonly TimeSpan StartDeadline = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan EndDeadline = TimeSpan.FromSeconds(5);

    // Without this, an origin whose site is no longer referenced would lose its pipe to the garbage collector in the middle
    // of a run.
    private static readonly ConcurrentDictionary<OriginProcess, bool> Living = new();

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _complaints = new();

    private OriginProcess(Process process)
    {
        _process = process;
        _process.ErrorDataReceived += (_, line) => Remember(line.Data);
        _process.BeginErrorReadLine();
        Id = process.Id;
    }

    public int Id { get; }

    public Uri Address { get; private set; } = null!;

    public Uri Http2Address { get; private set; } = null!;

    public bool HasEnded => !Living.ContainsKey(this) || _process.HasExited;

    public static async Task<OriginProcess> StartAsync(
        string path, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
            throw new FetchLabException(
                $"the origin is not built: there is no '{path}'; run `dotnet build` at the root of the project.");

        var origin = new OriginProcess(Process.Start(new ProcessStartInfo(DotnetHost.Path(), [path, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!);
        Living[origin] = true;
        try
        {
            await origin.ReadAddressesAsync(cancellationToken).ConfigureAwait(false);
            return origin;
        }
        catch
        {
            await origin.DisposeAsync().ConfigureAwait(false);
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
            using var addresses = JsonDocument.Parse(line ?? "");
            Address = new Uri(addresses.RootElement.GetProperty("http1").GetString()!);
            Http2Address = new Uri(addresses.RootElement.GetProperty("http2").GetString()!);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            if (await RefusedAsync(late.Token).ConfigureAwait(false) is { } sentence)
                throw new FetchLabException(sentence, failure);
            var said = _complaints.IsEmpty ? "it said nothing" : string.Join(' ', _complaints);
            throw new FetchLabException(
                $"the origin gave no address within {StartDeadline.ToText()}: {said}; run `dotnet build` and try again.",
                failure);
        }
    }

    /// <returns>The one sentence of an origin that did not take its arguments.</returns>
    private async Task<string?> RefusedAsync(CancellationToken late)
    {
        try
        {
            // Its last words come before this ends.
            await _process.WaitForExitAsync(late).ConfigureAwait(false);
            return _process.ExitCode == UsageExitCode ? string.Join(' ', _complaints).Replace("origin: ", "", StringComparison.Ordinal) : null;
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
