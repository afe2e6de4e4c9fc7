using FetchLab.Notebooks;

namespace FetchLab.Course.Tests;

/// <summary>One install, without a network where this machine can take it away, for all tests that look at it.</summary>
public sealed class InstalledKernel : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("fetchlab-test-").FullName;

    public string Prefix => Path.Combine(_folder, "prefix");

    /// <summary>The folder of its kernelspec.</summary>
    public string Spec => Path.Combine(Prefix, "share", "jupyter", "kernels", ".net-csharp");

    public string Engines => Path.Combine(Prefix, "share", "fetchlab");

    internal Command Installed { get; private set; } = null!;

    /// <summary>Runs <c>fetchlab</c> where no network is, or, where that cannot be had, with a proxy that refuses.</summary>
    internal static async Task<Command> OfflineAsync(params string[] arguments)
    {
        var refusing = new Dictionary<string, string> { ["HTTP_PROXY"] = "http://127.0.0.1:9", ["HTTPS_PROXY"] = "http://127.0.0.1:9" };
        var isolates = OperatingSystem.IsLinux() && File.Exists("/usr/bin/unshare")
            && (await Command.RunAsync(Repository.Root, "/usr/bin/unshare", "-n", "true")).ExitCode == 0;
        return isolates
            ? await Command.RunAsync(Repository.Root, refusing, "/usr/bin/unshare", ["-n", "dotnet", Command.Program, .. arguments])
            : await Command.RunAsync(Repository.Root, refusing, "dotnet", [Command.Program, .. arguments]);
    }

    /// <summary>Runs a notebook with the installed kernel, as Jupyter's own runner does.</summary>
    internal async Task<Notebook> RunAsync(string name, params string[] cells)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/jupyter-nbconvert"), "there is no nbconvert; install jupyter-nbconvert.");
        var notebook = Notebook.Create();
        foreach (var (source, place) in cells.Select((source, place) => (source, place))) notebook.Add(NotebookCell.Code(source, $"cell-{place}"));
        NotebookFile.Write(notebook, Path.Combine(_folder, name));
        var run = await Command.RunAsync(
            _folder, JupyterHome.At(Prefix), "/usr/bin/jupyter-nbconvert",
            "--to", "notebook", "--execute", name, "--output-dir", "executed", "--ExecutePreprocessor.timeout=400");
        Assert.True(run.ExitCode == 0, run.Out + run.Error);
        return NotebookFile.Read(Path.Combine(_folder, "executed", name));
    }

    public async ValueTask InitializeAsync() => Installed = await OfflineAsync("install", "--prefix", Prefix);

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
