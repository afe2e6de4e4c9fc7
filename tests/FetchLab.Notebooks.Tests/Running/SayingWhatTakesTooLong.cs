using System.Diagnostics;
using System.Text.Json.Nodes;

namespace FetchLab.Notebooks.Tests;

/// <summary>The program itself tells its session how long a cell may take; a run that would take longer says so first.</summary>
public sealed class SayingWhatTakesTooLong : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("fetchlab-test-").FullName;

    [Theory]
    [InlineData(
        "await Lab.RunAsync(Fetch.Threads(2), site.Pages(4, 30000), cancellationToken: new(true));",
        "2 threads is predicted to take 60.00 s, but a cell may take 50.00 s; try fewer pages, more workers or a shorter latency, or --cell-timeout 90.\n")]
    [InlineData(
        "await Lab.SweepAsync([1, 2], w => Fetch.Threads(w), site.Pages(2, 30000), cancellationToken: new(true));",
        "the sweep is predicted to take 90.00 s, but a cell may take 50.00 s; try fewer pages, more workers or a shorter latency, or --cell-timeout 135.\n")]
    [InlineData("await Lab.RunAsync(Fetch.Threads(4), site.Pages(4, 30000), cancellationToken: new(true));", "")]
    public async Task Run_ThatWouldExceedTheTimeout_SaysSoFirst(string source, string said)
    {
        var notebook = Notebook.Create();
        notebook.Add(NotebookCell.Code($"#!import \"{InterruptingALesson.LabScript()}\"\nvar site = await Lab.OriginAsync();", "import"));
        notebook.Add(NotebookCell.Code($"try {{ {source} }} catch (OperationCanceledException) {{ }}", "run"));
        var (file, results) = (Path.Combine(_folder, "it.ipynb"), Path.Combine(_folder, "out"));
        NotebookFile.Write(notebook, file);

        using var program = Process.Start(new ProcessStartInfo("dotnet",
            [Path.Combine(AppContext.BaseDirectory, "FetchLab.Cli.dll"), "run", file, "--out", results, "--cell-timeout", "50"]) { RedirectStandardOutput = true })!;
        await program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, program.ExitCode);
        // The runs are cancelled from the start: what they say comes before it.
        var outputs = NotebookFile.Read(Path.Combine(results, "it.ipynb")).Cells[1].Outputs;
        Assert.Equal(said, string.Concat(outputs.Where(output => output["output_type"]!.ToString() == "stream").SelectMany(output => (JsonArray)output["text"]!)));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
