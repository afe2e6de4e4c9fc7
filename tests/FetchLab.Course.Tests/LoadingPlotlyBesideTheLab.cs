using System.Text.Json.Nodes;
using FetchLab.Notebooks;
using Mono.Cecil;

namespace FetchLab.Course.Tests;

/// <summary>What Plotly.NET's extension for notebooks does to an engine, before and after a lesson's first cell.</summary>
public sealed class LoadingPlotlyBesideTheLab : IDisposable
{
    // All that the extension registers on the engine that it was made for.
    private const string Extension =
        "Microsoft.DotNet.Interactive.Formatting.Formatter.Register<Plotly.NET.GenericChart>((chart, writer) => writer.Write(\"the extension's\"), \"text/html\");";

    private const string Charts = """
        var run = await Lab.RunAsync(Fetch.OneThreadAsync, (await Lab.OriginAsync()).Pages(4, 5));
        run.Timeline()
        """;

    private const string PlotlysOwn = "Plotly.NET.CSharp.Chart.Point<int, int, string>(x: new[] { 1 }, y: new[] { 2 })";

    private static readonly string[] _forms = ["application/vnd.plotly.v1+json", "text/html", "image/svg+xml", "text/plain"];
    private static readonly string _lab = Path.Combine(Repository.Root, "artifacts", "lab");

    private readonly string _folder = Directory.CreateTempSubdirectory("fetchlab-test-").FullName;

    private static string Import => $"#!import {Path.Combine(Repository.Notebooks, "lab.csx")}";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task BothShowTheirOwnCharts(bool before)
    {
        var reference = $"#r \"{Path.Combine(_lab, "Plotly.NET.dll")}\"\n#r \"{Path.Combine(_lab, "Plotly.NET.CSharp.dll")}\"\n{Extension}";

        var shown = await ShownAsync(before ? [reference, Import, Charts, PlotlysOwn] : [Import, reference, Charts, PlotlysOwn]);

        Assert.Equal(_forms, shown[^2].Select(entry => entry.Key));
        Assert.DoesNotContain("the extension's", shown[^2].ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("the extension's", (string?)shown[^1]["text/html"]!.AsArray().Single());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task PackageItself_GoesWithTheLab(bool before)
    {
        const string Package = "#r \"nuget: Plotly.NET.Interactive, 6.0.0\"\nusing Plotly.NET;";

        var shown = await ShownAsync(before ? [Package, Import, Charts, PlotlysOwn] : [Import, Package, Charts, PlotlysOwn]);

        Assert.Equal(_forms, shown[^2].Select(entry => entry.Key));
        Assert.Equal(["application/vnd.plotly.v1+json", "text/html", "text/plain"], shown[^1].Select(entry => entry.Key));
    }

    /// <remarks>
    /// .NET Interactive has an FSharp.Core of its own loaded, for which the library that Plotly.NET makes its web pages with has none of
    /// the methods that are asked for. Here they have other names.
    /// </remarks>
    [Fact]
    public async Task Figures_AreMade_WhereTheLibraryOfPlotlysPagesDoesNotFit()
    {
        const string Pages = "Giraffe.ViewEngine.dll";
        var lab = Directory.CreateDirectory(Path.Combine(_folder, "artifacts", "lab")).FullName;
        foreach (var file in Directory.EnumerateFiles(_lab).Where(file => Path.GetFileName(file) != Pages))
            File.Copy(file, Path.Combine(lab, Path.GetFileName(file)));
        using (var module = ModuleDefinition.ReadModule(Path.Combine(_lab, Pages)))
        {
            foreach (var method in module.GetTypes().Single(type => type.Name == "HtmlElements").Methods) method.Name += "Renamed";
            module.Write(Path.Combine(lab, Pages));
        }

        var notebooks = Directory.CreateDirectory(Path.Combine(_folder, "notebooks")).FullName;
        File.Copy(Path.Combine(Repository.Notebooks, "lab.csx"), Path.Combine(notebooks, "lab.csx"));
        var control = $$"""
            #r "{{Path.Combine(lab, "Plotly.NET.dll")}}"
            #r "{{Path.Combine(lab, "Plotly.NET.CSharp.dll")}}"
            string made = "made";
            try { Plotly.NET.GenericChart.toJson({{PlotlysOwn}}); }
            catch (TypeInitializationException) { made = "not made"; }
            made
            """;

        var shown = await ShownAsync([$"#!import {Path.Combine(notebooks, "lab.csx")}", Charts, control]);

        Assert.Equal(_forms, shown[^2].Select(entry => entry.Key));
        Assert.Equal("not made", (string?)shown[^1]["text/plain"]!.AsArray().Single());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<IReadOnlyList<JsonObject>> ShownAsync(string[] cells)
    {
        var notebook = Notebook.Create();
        foreach (var (source, place) in cells.Select((source, place) => (source, place)))
            notebook.Add(NotebookCell.Code(source, $"cell-{place}"));
        NotebookFile.Write(notebook, Path.Combine(_folder, "both.ipynb"));

        var run = await Command.FetchLabAsync(_folder, "run", "both.ipynb", "--out", "out");

        Assert.True(run.ExitCode == 0, run.Out + run.Error);
        return [.. NotebookFile.Read(Path.Combine(_folder, "out", "both.ipynb")).CodeCells
            .SelectMany(cell => cell.Outputs).Select(output => output["data"]!.AsObject())];
    }
}
