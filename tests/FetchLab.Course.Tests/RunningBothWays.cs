using System.Text.Json.Nodes;
using FetchLab.Notebooks;

namespace FetchLab.Course.Tests;

/// <summary>The same notebook headless and through the kernel, driven by Jupyter's own runner.</summary>
public sealed class RunningBothWays : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("fetchlab-test-").FullName;

    [Fact]
    public async Task Notebook_WithoutChance_GivesTheSameOutputs()
    {
        var notebook = Notebook.Create();
        string[] cells =
        [
            "int a = 1;\nConsole.WriteLine($\"a is {a}\");\na + 1",
            "using Microsoft.Data.Analysis;\nnew DataFrame(new DoubleDataFrameColumn(\"ms\", new[] { 1.5, 20 }))",
            "record Row(int Id, string Name);\nEnumerable.Range(0, 40).Select(i => new Row(i, $\"n{i}\"))",
            "display(HTML(\"<b>bold</b>\"));\nConsole.Error.WriteLine(\"careful\");\n\"two\\nlines\"",
            "var shown = display(\"before\");",
            "shown.Update(\"after\");",
            "foreach (var i in Enumerable.Range(0, 200)) Console.WriteLine(i);",
            "new Dictionary<string, int> { [\"x\"] = 1 }",
            "await Task.Delay(1);\nnull",
        ];
        foreach (var (source, place) in cells.Select((source, place) => (source, place)))
            notebook.Add(NotebookCell.Code(source, $"cell-{place}"));
        NotebookFile.Write(notebook, Path.Combine(_folder, "both.ipynb"));

        var (headless, live) = await RunBothAsync("both.ipynb");

        Assert.Equal(Outputs(headless), Outputs(live));
    }

    [Fact]
    public async Task Lesson_GivesOutputsOfTheSameKindsAndShapes()
    {
        await Command.FetchLabAsync(Repository.Root, "run", "notebooks/01-one-at-a-time.ipynb", "-p", "pages=8", "--out", _folder);
        var lesson = NotebookFile.Read(Path.Combine(_folder, "01-one-at-a-time.ipynb"));
        lesson.Strip();
        // Both run it from a folder of their own, so it names the lab by its whole path.
        lesson.CodeCells.First().Json["source"] = $"#!import {Path.Combine(Repository.Notebooks, "lab.csx")}";
        NotebookFile.Write(lesson, Path.Combine(_folder, "lesson.ipynb"));

        var (headless, live) = await RunBothAsync("lesson.ipynb");

        Assert.Equal(Shapes(headless), Shapes(live));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<(Notebook Headless, Notebook Live)> RunBothAsync(string name)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/jupyter-nbconvert"), "there is no nbconvert; install jupyter-nbconvert.");
        var headless = await Command.FetchLabAsync(_folder, "run", name, "--out", "headless");
        Assert.True(headless.ExitCode == 0, headless.Out + headless.Error);
        var live = await Command.RunAsync(
            _folder, JupyterHome.Make(_folder), "/usr/bin/jupyter-nbconvert",
            "--to", "notebook", "--execute", name, "--output-dir", "live", "--ExecutePreprocessor.timeout=120");
        Assert.True(live.ExitCode == 0, live.Out + live.Error);
        return (NotebookFile.Read(Path.Combine(_folder, "headless", name)), NotebookFile.Read(Path.Combine(_folder, "live", name)));
    }

    private static IEnumerable<string> Outputs(Notebook notebook) =>
        notebook.CodeCells.Select(cell => Sorted(cell.Json["outputs"])!.ToJsonString());

    private static IEnumerable<string> Shapes(Notebook notebook) => notebook.CodeCells.SelectMany(cell => cell.Outputs, (cell, output) =>
        $"{cell.Id}: {output["output_type"]} {string.Join(' ', (output["data"] as JsonObject ?? []).Select(entry => entry.Key).Order())}");

    // The order of an object's members is its writer's affair.
    private static JsonNode? Sorted(JsonNode? node)
    {
        if (node is JsonArray items) return new JsonArray([.. items.Select(Sorted)]);
        if (node is not JsonObject json) return node?.DeepClone();
        return new JsonObject(json.OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => KeyValuePair.Create(entry.Key, Sorted(entry.Value))));
    }
}
