using System.Diagnostics;
using System.Text.Json.Nodes;

namespace FetchLab.Jupyter.Tests;

/// <summary>A folder in which Jupyter's programs find this build's kernel, and nothing else.</summary>
internal sealed class JupyterFolder : IDisposable
{
    /// <param name="interruptMode">How the kernel is interrupted: by a signal or by a message.</param>
    public JupyterFolder(string interruptMode = "signal")
    {
        var kernel = Directory.CreateDirectory(System.IO.Path.Combine(Path, "kernels", ".net-csharp")).FullName;
        File.WriteAllText(System.IO.Path.Combine(kernel, "kernel.json"), new JsonObject
        {
            ["argv"] = new JsonArray("dotnet", KernelProcess.Program, "kernel", "{connection_file}"),
            ["display_name"] = ".NET (C#)", ["language"] = "C#", ["interrupt_mode"] = interruptMode,
        }.ToJsonString());
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("fetchlab-clients-").FullName;

    public static bool Exists(string program) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(System.IO.Path.PathSeparator).Any(folder => File.Exists(System.IO.Path.Combine(folder, program)));

    /// <summary>Runs a program to its end, or for as long as it may take; then it is ended, with all that it started.</summary>
    public async Task<(int Code, string Output, string Error)> RunAsync(string program, string[] arguments, TimeSpan patience, string typed = "")
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Path, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            Environment = { ["JUPYTER_PATH"] = Path },
        })!;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        stop.CancelAfter(patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(stop.Token);
            var error = process.StandardError.ReadToEndAsync(stop.Token);
            await process.StandardInput.WriteAsync(typed);
            process.StandardInput.Close();
            await process.WaitForExitAsync(stop.Token);
            return (process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"{program} did not end within {patience.TotalSeconds} s.");
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
