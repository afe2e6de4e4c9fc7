using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Text.Json.Nodes;

namespace FetchLab.Jupyter.Tests;

/// <summary>This build's kernel, in a process of its own.</summary>
internal sealed class KernelProcess : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private readonly string _folder = Directory.CreateTempSubdirectory("fetchlab-kernel-").FullName;
    private readonly Task<string> _error;

    /// <param name="parent">Whom the kernel takes for its front end's process; null for nobody.</param>
    /// <param name="ignoresInterrupt">Whether it starts with the signal of Ctrl+C ignored, as what a script starts in the background does.</param>
    public KernelProcess(int? parent = null, bool ignoresInterrupt = false)
    {
        var ports = FreePorts(5);
        var path = Path.Combine(_folder, "kernel.json");
        System.IO.File.WriteAllText(path, new JsonObject
        {
            ["transport"] = "tcp", ["ip"] = "127.0.0.1", ["key"] = "a-key", ["signature_scheme"] = "hmac-sha256",
            ["shell_port"] = ports[0], ["control_port"] = ports[1], ["stdin_port"] = ports[2], ["iopub_port"] = ports[3], ["hb_port"] = ports[4],
        }.ToJsonString());
        File = ConnectionFile.Read(path);
        string[] command = ["dotnet", Program, "kernel", path];
        if (ignoresInterrupt) command = ["/bin/sh", "-c", "trap '' INT; exec \"$@\"", "sh", .. command];
        Process = Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = _folder, RedirectStandardError = true,
            // A process that ends badly here does so on purpose: nobody wants its memory.
            Environment = { ["DOTNET_DbgEnableMiniDump"] = "0", ["JPY_PARENT_PID"] = parent?.ToString(CultureInfo.InvariantCulture) },
        })!;
        // Read all the time: a kernel must not wait for who reads its complaints.
        _error = Process.StandardError.ReadToEndAsync();
    }

    public static string Program => Path.Combine(AppContext.BaseDirectory, "FetchLab.Cli.dll");

    public static string Root { get; } = Path.GetFullPath(typeof(KernelProcess).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Root").Value!);

    public ConnectionFile File { get; }

    public Process Process { get; }

    /// <summary>Sends it a signal, such as <c>INT</c>.</summary>
    public async Task SignalAsync(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", Process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Waits for the end, which must come by itself.</summary>
    public async Task<(int Code, string Error)> EndAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(_patience);
        await Process.WaitForExitAsync(patience.Token);
        return (Process.ExitCode, await _error.WaitAsync(patience.Token));
    }

    public void Dispose()
    {
        if (!Process.HasExited) Process.Kill(entireProcessTree: true);
        Process.WaitForExit(_patience);
        Process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        foreach (var listener in listeners) listener.Start();
        var ports = listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port).ToArray();
        foreach (var listener in listeners) listener.Dispose();
        return ports;
    }
}
