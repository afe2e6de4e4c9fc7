using FetchLab.Notebooks;

namespace FetchLab.Course.Tests;

/// <summary>A cell asks for an origin by a name or by options, and its runs know whose pages they fetch.</summary>
public sealed class ChoosingAnOrigin : IDisposable
{
    private const string Choose = """
        var plain = await Lab.OriginAsync();
        var lan = await Lab.OriginAsync("lan");
        var city = await Lab.OriginAsync(new() { Profile = "city", Slots = 4, Seed = 7 });
        var again = await Lab.OriginAsync(new() { Profile = "lan" });
        var run = await Lab.RunAsync(Fetch.Threads(2), city.Pages(4, new PageSpec()), new() { ClientWork = new(1, 1, 1) });
        $"{plain.Profile.Name} {lan.Profile.Name} {city.Profile.Name} {city.Profile.Seed} {lan == again} {run.Origin.Requests} {run.Records.All(r => r.Work != null)}"
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("fetchlab-test-").FullName;

    [Fact]
    public async Task AnOrigin_IsTheOneThatWasAskedFor()
    {
        var notebook = Notebook.Create();
        notebook.Add(NotebookCell.Code($"#!import {Path.Combine(Repository.Notebooks, "lab.csx")}", "import"));
        notebook.Add(NotebookCell.Code(Choose, "choose"));
        NotebookFile.Write(notebook, Path.Combine(_folder, "run.ipynb"));

        var run = await Command.FetchLabAsync(_folder, "run", "run.ipynb", "--out", "out");

        Assert.True(run.ExitCode == 0, run.Out + run.Error);
        var shown = NotebookFile.Read(Path.Combine(_folder, "out", "run.ipynb")).Cells[1].Outputs.Single()["data"]!;
        Assert.Contains("plain lan city 7 True 4 True", shown.ToJsonString(), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
