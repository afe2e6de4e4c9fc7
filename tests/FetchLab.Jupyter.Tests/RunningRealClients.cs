using System.Diagnostics;
using System.Text.Json.Nodes;

namespace FetchLab.Jupyter.Tests;

/// <summary>Jupyter's own clients, where they are installed.</summary>
public sealed class RunningRealClients : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("fetchlab-clients-").FullName;

    public RunningRealClients()
    {
        var kernel = Directory.CreateDirectory(Path.Combine(_folder, "kernels", ".net-csharp")).FullName;
        File.WriteAllText(Path.Combine(kernel, "kernel.json"), new JsonObject
        {
            ["argv"] = new JsonArray("dotnet", KernelProcess.Program, "kernel", "{connection_file}"),
            ["display_name"] = ".NET (C#)", ["language"] = "C#", ["interrupt_mode"] = "message",
        }.ToJsonString());
    }

    [Fact]
    public async Task NbConvert_ExecutesALesson()
    {
        Assert.SkipUnless(Exists("jupyter-nbconvert"), "jupyter-nbconvert is not installed.");

        var (code, said) = await RunAsync(
            "jupyter-nbconvert", "--to", "notebook", "--execute", "--output-dir", _folder, Path.Combine(KernelProcess.Root, "notebooks", "01-one-at-a-time.ipynb"));

        Assert.True(code == 0, said);
        var cells = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(_folder, "01-one-at-a-time.ipynb"), TestContext.Current.CancellationToken))!["cells"]!.AsArray();
        Assert.Contains(cells, cell => cell!["outputs"] is JsonArray { Count: > 0 });
    }

    [Fact]
    public async Task Console_RunsWhatIsTyped()
    {
        Assert.SkipUnless(Exists("jupyter-console"), "jupyter-console is not installed.");

        var (_, said) = await RunAsync("jupyter-console", ["--kernel", ".net-csharp", "--simple-prompt"], "6 * 7\nexit\n");

        Assert.Contains("42", said, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static bool Exists(string program) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    private Task<(int Code, string Said)> RunAsync(string program, params string[] arguments) => RunAsync(program, arguments, "");

    private async Task<(int Code, string Said)> RunAsync(string program, string[] arguments, string typed)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = _folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            Environment = { ["JUPYTER_PATH"] = _folder },
        })!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.WriteAsync(typed);
        process.StandardInput.Close();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }

        return (process.ExitCode, await output + await error);
    }
}
