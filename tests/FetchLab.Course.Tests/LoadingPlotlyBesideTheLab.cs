using FetchLab.Notebooks;

namespace FetchLab.Course.Tests;

/// <summary>What Plotly.NET's extension for notebooks does to an engine, before and after a lesson's first cell.</summary>
public sealed class LoadingPlotlyBesideTheLab : IDisposable
{
    // The extension itself pins packages of .NET Interactive's; this is all that it registers.
    private const string Extension =
        "Microsoft.DotNet.Interactive.Formatting.Formatter.Register<Plotly.NET.GenericChart>((chart, writer) => writer.Write(\"the extension's\"), \"text/html\");";

    private const string Charts = """
        var run = await Lab.RunAsync(Fetch.OneThreadAsync, (await Lab.OriginAsync()).Pages(4, 5));
        run.Timeline()
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("fetchlab-test-").FullName;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task BothShowTheirOwnCharts(bool before)
    {
        var lab = Path.Combine(Repository.Root, "artifacts", "lab");
        var reference = $"#r \"{Path.Combine(lab, "Plotly.NET.dll")}\"\n#r \"{Path.Combine(lab, "Plotly.NET.CSharp.dll")}\"\n{Extension}";
        var import = $"#!import {Path.Combine(Repository.Notebooks, "lab.csx")}";
        var notebook = Notebook.Create();
        string[] cells = before ? [reference, import, Charts] : [import, reference, Charts];
        foreach (var (source, place) in cells.Append("Plotly.NET.CSharp.Chart.Point<int, int, string>(x: new[] { 1 }, y: new[] { 2 })").Select((source, place) => (source, place)))
            notebook.Add(NotebookCell.Code(source, $"cell-{place}"));
        NotebookFile.Write(notebook, Path.Combine(_folder, "both.ipynb"));

        var run = await Command.FetchLabAsync(_folder, "run", "both.ipynb", "--out", "out");

        Assert.True(run.ExitCode == 0, run.Out + run.Error);
        var shown = NotebookFile.Read(Path.Combine(_folder, "out", "both.ipynb")).CodeCells.TakeLast(2)
            .Select(cell => cell.Outputs.Single()["data"]!.AsObject()).ToList();
        Assert.Equal(["application/vnd.plotly.v1+json", "text/html", "image/svg+xml", "text/plain"], shown[0].Select(entry => entry.Key));
        Assert.DoesNotContain("the extension's", shown[0].ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("the extension's", (string?)shown[1]["text/html"]!.AsArray().Single());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
