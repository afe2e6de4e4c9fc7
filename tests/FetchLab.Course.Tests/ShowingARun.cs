using FetchLab.Notebooks;

namespace FetchLab.Course.Tests;

/// <summary>A run that is the last word of a cell shows as a row of the summary, not as all its records.</summary>
public sealed class ShowingARun : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("fetchlab-test-").FullName;

    [Fact]
    public async Task Run_ShowsAsItsSummary()
    {
        var notebook = Notebook.Create();
        notebook.Add(NotebookCell.Code($"#!import {Path.Combine(Repository.Notebooks, "lab.csx")}", "import"));
        notebook.Add(NotebookCell.Code("await Lab.RunAsync(Fetch.OneThreadAsync, (await Lab.OriginAsync()).Pages(4, 5))", "run"));
        NotebookFile.Write(notebook, Path.Combine(_folder, "run.ipynb"));

        var run = await Command.FetchLabAsync(_folder, "run", "run.ipynb", "--out", "out");

        Assert.True(run.ExitCode == 0, run.Out + run.Error);
        var shown = NotebookFile.Read(Path.Combine(_folder, "out", "run.ipynb")).Cells[1].Outputs.Single()["data"]!.AsObject();
        Assert.Equal(["text/html", "text/plain"], shown.Select(entry => entry.Key));
        var html = shown["text/html"]!.ToJsonString();
        Assert.Contains("fetchlab-frame", html, StringComparison.Ordinal);
        Assert.Contains("one thread, async", html, StringComparison.Ordinal);
        Assert.DoesNotContain("FetchRecord", html, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
