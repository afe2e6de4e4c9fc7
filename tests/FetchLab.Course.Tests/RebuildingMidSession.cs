using FetchLab.Notebooks;

namespace FetchLab.Course.Tests;

/// <summary>The library of a running notebook is built again: the session keeps what it has, also what it has not loaded yet.</summary>
public sealed class RebuildingMidSession : IDisposable
{
    private const string Fetch = "var run = await Lab.RunAsync(FetchLab.Fetch.OneThreadAsync, (await Lab.OriginAsync()).Pages(4, 5));\nrun.Timeline()";

    private readonly string _folder = Directory.CreateTempSubdirectory("fetchlab-test-").FullName;

    private string Lab => Path.Combine(_folder, "artifacts", "lab");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Session_GoesOn(bool live)
    {
        Assert.SkipUnless(!live || File.Exists("/usr/bin/jupyter-nbconvert"), "there is no nbconvert; install jupyter-nbconvert.");
        Copy(Path.Combine(Repository.Root, "artifacts", "lab"), Lab);
        Directory.CreateDirectory(Path.Combine(_folder, "notebooks"));
        File.Copy(Path.Combine(Repository.Notebooks, "lab.csx"), Path.Combine(_folder, "notebooks", "lab.csx"));
        var notebook = Notebook.Create();
        foreach (var (source, place) in new[] { "#!import lab.csx", WaitFor("overwritten"), Fetch, WaitFor("deleted"), Fetch }.Select((source, place) => (source, place)))
            notebook.Add(NotebookCell.Code(source, $"cell-{place}"));
        NotebookFile.Write(notebook, Path.Combine(_folder, "notebooks", "session.ipynb"));

        var run = live
            ? Command.RunAsync(
                Path.Combine(_folder, "notebooks"), JupyterHome.Make(_folder), "/usr/bin/jupyter-nbconvert",
                "--to", "notebook", "--execute", "session.ipynb", "--output-dir", "out", "--ExecutePreprocessor.timeout=120")
            : Command.FetchLabAsync(Path.Combine(_folder, "notebooks"), "run", "session.ipynb", "--out", "out", "--cell-timeout", "120");
        await AskedAsync("overwritten", run);
        // As a build that writes into the files that are there, and a clean one.
        foreach (var file in Directory.EnumerateFiles(Lab, "*", SearchOption.AllDirectories)) await File.WriteAllTextAsync(file, "not built yet", TestContext.Current.CancellationToken);
        Tell("overwritten");
        await AskedAsync("deleted", run);
        Directory.Delete(Lab, recursive: true);
        Tell("deleted");
        var ended = await run;

        Assert.True(ended.ExitCode == 0, ended.Out + ended.Error);
        var cells = NotebookFile.Read(Path.Combine(_folder, "notebooks", "out", "session.ipynb")).CodeCells.ToList();
        Assert.All([cells[2], cells[4]], cell => Assert.Equal(
            ["application/vnd.plotly.v1+json", "image/svg+xml", "text/html", "text/plain"],
            cell.Outputs.Single()["data"]!.AsObject().Select(entry => entry.Key).Order(StringComparer.Ordinal)));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string WaitFor(string step) =>
        $"System.IO.File.WriteAllText(@\"{Path.Combine(_folder, step)}-asked\", \"\");\nwhile (!System.IO.File.Exists(@\"{Path.Combine(_folder, step)}\")) await Task.Delay(20);";

    private void Tell(string step) => File.WriteAllText(Path.Combine(_folder, step), "");

    private async Task AskedAsync(string step, Task run)
    {
        for (var left = 1200; !File.Exists(Path.Combine(_folder, $"{step}-asked")) && !run.IsCompleted; left--)
        {
            Assert.True(left > 0, $"the session did not come to '{step}' in two minutes.");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
