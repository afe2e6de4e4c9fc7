using System.Diagnostics;
using System.Text.Json.Nodes;

namespace FetchLab.Notebooks.Tests;

/// <summary>The program itself, on a notebook for a language that no machine has.</summary>
public sealed class SkippingMissingLanguages : IDisposable
{
    private const string Connect = "#!connect jupyter --kernel-name klingon --kernel-spec no-such-kernel";

    private readonly string _folder = Directory.CreateTempSubdirectory("fetchlab-test-").FullName;

    public SkippingMissingLanguages()
    {
        var notebook = Notebook.Create();
        notebook.Add(NotebookCell.Code("var a = 1;", "first"));
        notebook.Add(NotebookCell.Code($"Console.WriteLine(\"before\");\n{Connect}", "connect", "requires-klingon"));
        notebook.Add(NotebookCell.Code("#!klingon\nqapla", "use", "requires-klingon"));
        notebook.Add(NotebookCell.Code("a + 1", "last", NotebookRunner.ResultTag));
        NotebookFile.Write(notebook, Path.Combine(_folder, "it.ipynb"));
    }

    [Fact]
    public async Task Cells_ThatAreTagged_AreSkipped_AndTheRunGoesOn()
    {
        var (code, said) = await RunAsync();

        Assert.Equal(0, code);
        Assert.Contains("it.ipynb: 2 of 4 cells, ", said, StringComparison.Ordinal);
        Assert.Contains("2; 2 cells skipped: klingon missing", said, StringComparison.Ordinal);
        Assert.Contains("Without klingon, 2 of the cells were skipped; --require klingon makes that a failure.", said, StringComparison.Ordinal);
        var outputs = NotebookFile.Read(Path.Combine(_folder, "out", "it.ipynb")).CodeCells.Select(cell => cell.Outputs.ToList()).ToList();
        Assert.StartsWith("skipped: ", Text(outputs[1]), StringComparison.Ordinal);
        Assert.Contains("there is no Jupyter kernel 'no-such-kernel' on this machine", Text(outputs[1]), StringComparison.Ordinal);
        Assert.Equal("skipped: klingon is missing, as cell 2 says.\n", Text(outputs[2]));
        Assert.Equal("2", outputs[3].Single()["data"]!["text/plain"]![0]!.ToString());
        Assert.Contains("2 cells skipped: klingon missing", await File.ReadAllTextAsync(Path.Combine(_folder, "out", "index.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Language_ThatIsRequired_FailsTheRun()
    {
        var (code, said) = await RunAsync("--require", "Klingon");

        Assert.Equal(1, code);
        Assert.Contains("it.ipynb, cell 2 failed:", said, StringComparison.Ordinal);
        Assert.DoesNotContain("skipped", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Library_ThatIsMissing_IsAsMissingAsItsLanguage()
    {
        Assert.SkipWhen(!Directory.Exists("/usr/share/jupyter/kernels/python3"), "python3-ipykernel is not installed.");
        var notebook = Notebook.Create();
        notebook.Add(NotebookCell.Code("#!connect jupyter --kernel-name python --kernel-spec python3\n#!python\nimport no_such_module", "import", "requires-python"));
        notebook.Add(NotebookCell.Code("#!python\n1", "more", "requires-python"));
        notebook.Add(NotebookCell.Code("1 + 1", "rest"));
        NotebookFile.Write(notebook, Path.Combine(_folder, "it.ipynb"));

        var (code, said) = await RunAsync();

        Assert.Equal(0, code);
        Assert.Contains("Without python, 2 of the cells were skipped", said, StringComparison.Ordinal);
        var outputs = NotebookFile.Read(Path.Combine(_folder, "out", "it.ipynb")).CodeCells.Select(cell => cell.Outputs.ToList()).ToList();
        Assert.Equal("skipped: No module named 'no_such_module'\n", Text(outputs[0]));
        Assert.Equal(1, (await RunAsync("--require", "python")).Code);
    }

    [Fact]
    public async Task Cell_ThatIsNotTagged_FailsTheRun()
    {
        var notebook = Notebook.Create();
        notebook.Add(NotebookCell.Code(Connect, "connect", "requires"));
        NotebookFile.Write(notebook, Path.Combine(_folder, "it.ipynb"));

        Assert.Equal(1, (await RunAsync()).Code);
    }

    [Fact]
    public async Task Cell_ThatFailsForAnotherReason_FailsTheRun()
    {
        var notebook = Notebook.Create();
        notebook.Add(NotebookCell.Code("throw new Exception();", "broken", "requires-klingon"));
        NotebookFile.Write(notebook, Path.Combine(_folder, "it.ipynb"));

        Assert.Equal(1, (await RunAsync()).Code);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<(int Code, string Said)> RunAsync(params string[] arguments)
    {
        using var program = Process.Start(new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "FetchLab.Cli.dll"), "run", "it.ipynb", "--out", "out", .. arguments])
        { WorkingDirectory = _folder, RedirectStandardOutput = true })!;
        var said = await program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (program.ExitCode, said);
    }

    private static string Text(IReadOnlyList<JsonObject> outputs) => NotebookText.Join(Assert.Single(outputs)["text"]);
}
