using System.Text.Json.Nodes;
using FetchLab.Notebooks;

namespace FetchLab.Course.Tests;

/// <summary>The same notebook headless and through the installed kernel, driven by Jupyter's own runner.</summary>
[Collection(KernelCollection.Name)]
public sealed class RunningBothWays(InstalledKernel kernel, SmallestLessons smallest) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("fetchlab-test-").FullName;

    public static TheoryData<string> Lessons => [.. Repository.Lessons];

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

        var headless = await RunHeadlessAsync("both.ipynb");
        var live = await RunLiveAsync("both.ipynb");

        Assert.Equal(Outputs(headless), Outputs(live));
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task Lesson_GivesOutputsOfTheSameKindsAndShapes(string name)
    {
        var headless = smallest.Executed(name);
        var lesson = smallest.Executed(name);
        lesson.Strip();
        // It runs in another folder here, so it names the lab by its whole path.
        lesson.CodeCells.First().Json["source"] = $"#!import {Path.Combine(Repository.Notebooks, "lab.csx")}";
        NotebookFile.Write(lesson, Path.Combine(_folder, name));

        var live = await RunLiveAsync(name);

        Assert.Equal(Shapes(headless), Shapes(live));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<Notebook> RunHeadlessAsync(string name)
    {
        var run = await Command.FetchLabAsync(_folder, "run", name, "--out", "headless");
        Assert.True(run.ExitCode == 0, run.Out + run.Error);
        return NotebookFile.Read(Path.Combine(_folder, "headless", name));
    }

    private async Task<Notebook> RunLiveAsync(string name)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/jupyter-nbconvert"), "there is no nbconvert; install jupyter-nbconvert.");
        var run = await Command.RunAsync(
            _folder, JupyterHome.At(kernel.Prefix), "/usr/bin/jupyter-nbconvert",
            "--to", "notebook", "--execute", name, "--output-dir", "live", "--ExecutePreprocessor.timeout=120");
        Assert.True(run.ExitCode == 0, run.Out + run.Error);
        return NotebookFile.Read(Path.Combine(_folder, "live", name));
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
