using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace FetchLab.Course.Tests;

/// <summary>A real classic Jupyter server on loopback, with a copy of the notebooks and this build's kernel.</summary>
internal sealed partial class JupyterNotebook : IAsyncDisposable
{
    private const string Program = "/usr/bin/jupyter-notebook";
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private readonly string _folder = Directory.CreateTempSubdirectory("fetchlab-test-").FullName;
    private readonly ConcurrentQueue<string> _log = [];
    private readonly TaskCompletionSource<string?> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Process? _server;

    private JupyterNotebook()
    {
    }

    /// <summary>Where it listens, with a slash at the end.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Where its notebooks lie.</summary>
    public string Notebooks => Path.Combine(_folder, "course", "notebooks");

    /// <summary>Checks that an address is this server's, or none on a network.</summary>
    public void AssertIsHere(string address) => Assert.True(
        address.StartsWith("data:", StringComparison.Ordinal) || address.StartsWith("blob:", StringComparison.Ordinal)
            || new Uri(address).Authority == new Uri(Address).Authority,
        $"the page asked for {address}.");

    public static async Task<JupyterNotebook> StartAsync()
    {
        Assert.SkipUnless(File.Exists(Program), "there is no classic Jupyter; install jupyter-notebook.");
        var jupyter = new JupyterNotebook();
        try
        {
            await jupyter.ListenAsync();
            return jupyter;
        }
        catch
        {
            await jupyter.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            // Its kernels are its children, and their origins theirs.
            _server.Kill(entireProcessTree: true);
            // Not WaitForExitAsync: that waits for the end of the log too, which a child that got away would hold open.
            Assert.True(_server.WaitForExit(_patience), "Jupyter was killed, and is still there.");
            _server.Dispose();
        }

        await DeleteAsync(_folder);
    }

    private async Task ListenAsync()
    {
        CopyNotebooks();
        var start = new ProcessStartInfo(Program)
        {
            ArgumentList =
            {
                // It takes the next port where another took this one meanwhile, and its log says which. Of port 0 it says "0".
                "--no-browser", "--ip=127.0.0.1", string.Create(CultureInfo.InvariantCulture, $"--port={FreePort()}"), "--allow-root",
                "--NotebookApp.token=", "--NotebookApp.password=", $"--notebook-dir={Notebooks}",
            },
            RedirectStandardError = true,
            WorkingDirectory = _folder,
        };
        foreach (var (name, value) in JupyterHome.Make(_folder)) start.Environment[name] = value;
        _server = Process.Start(start)!;
        _server.ErrorDataReceived += (_, said) => Read(said.Data);
        _server.BeginErrorReadLine();

        // A log that ends means that the server did.
        var first = await Task.WhenAny(_address.Task, Task.Delay(_patience, TestContext.Current.CancellationToken));
        Address = (first == _address.Task ? await _address.Task : null)
            ?? throw new InvalidOperationException($"Jupyter did not say where it listens. It said:\n{string.Join('\n', _log)}");
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            _address.TrySetResult(null);
            return;
        }

        _log.Enqueue(line);
        if (ServerAddress().Match(line) is { Success: true } match) _address.TrySetResult(match.Value);
    }

    // The lessons find the library beside them, as in a checkout; saving must not touch the checkout's own.
    private void CopyNotebooks()
    {
        Directory.CreateDirectory(Notebooks);
        foreach (var file in Directory.EnumerateFiles(Repository.Notebooks)) File.Copy(file, Path.Combine(Notebooks, Path.GetFileName(file)));
        Directory.CreateDirectory(Path.Combine(_folder, "course", "artifacts"));
        Directory.CreateSymbolicLink(Path.Combine(_folder, "course", "artifacts", "lab"), Path.Combine(Repository.Root, "artifacts", "lab"));
    }

    // A process that was just killed may be writing its last file.
    private static async Task DeleteAsync(string folder)
    {
        for (var left = 20; ; left--)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
                return;
            }
            catch (IOException) when (left > 0)
            {
                await Task.Delay(100);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[1-9]\d*/")]
    private static partial Regex ServerAddress();
}
