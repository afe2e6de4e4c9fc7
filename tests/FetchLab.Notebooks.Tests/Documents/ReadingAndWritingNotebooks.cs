using System.Text.Json.Nodes;
using CsCheck;

namespace FetchLab.Notebooks.Tests;

public class ReadingAndWritingNotebooks
{
    public static TheoryData<string> Samples =>
        [.. Directory.EnumerateFiles(SampleFolder, "*.ipynb").Select(path => Path.GetFileName(path)).Order()];

    private static string SampleFolder => Path.Combine(AppContext.BaseDirectory, "Documents", "Samples");

    [Theory]
    [MemberData(nameof(Samples))]
    public void Notebook_WrittenByOthers_LosesNothing(string name)
    {
        var text = File.ReadAllText(Path.Combine(SampleFolder, name));

        var written = NotebookFile.ToText(NotebookFile.Parse(text, name));

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(text), JsonNode.Parse(written)));
        Assert.Equal(KeysInOrder(JsonNode.Parse(text)), KeysInOrder(JsonNode.Parse(written)));
    }

    [Theory]
    [InlineData("jupyter-python.ipynb")]
    [InlineData("vscode-polyglot.ipynb")]
    public void Notebook_WrittenByJupyter_IsTheSameByteForByte(string name)
    {
        var bytes = File.ReadAllBytes(Path.Combine(SampleFolder, name));

        var path = Path.Combine(Directory.CreateTempSubdirectory().FullName, name);
        NotebookFile.Write(NotebookFile.Read(Path.Combine(SampleFolder, name)), path);

        Assert.Equal(bytes, File.ReadAllBytes(path));
    }

    [Fact]
    public void Source_AsOneStringOrAsLines_ReadsTheSame()
    {
        var asText = Cell("\"a\\nb\"");
        var asLines = Cell("[\"a\\n\", \"b\"]");

        Assert.Equal("a\nb", asText.Source);
        Assert.Equal("a\nb", asLines.Source);
    }

    [Fact]
    public void Source_OfAnyText_SurvivesBeingWritten()
    {
        string[] pieces = ["a", "\n", "\r", "\t", "\"", "\\", "\\u", "D83D", "\\uDE80", "é", "🚀", "\u2028"];

        Gen.Int[0, pieces.Length - 1].Array[0, 40].Select(places => string.Concat(places.Select(place => pieces[place]))).Sample(source =>
            NotebookFile.Parse(NotebookFile.ToText(With(NotebookCell.Code(source, "x"))), "it").Cells[0].Source == source);
    }

    [Fact]
    public void Language_IsFoundWhereEditorsPutIt()
    {
        var notebook = NotebookFile.Read(Path.Combine(SampleFolder, "vscode-polyglot.ipynb"));

        Assert.Equal([null, "csharp", "fsharp", "csharp"], notebook.Cells.Select(cell => cell.Language));
        Assert.Equal("Mixed languages", notebook.Title);
    }

    [Fact]
    public void Strip_TakesOutputsAndCountsAndNothingElse()
    {
        var notebook = NotebookFile.Read(Path.Combine(SampleFolder, "jupyter-python.ipynb"));

        notebook.Strip();

        Assert.All(notebook.CodeCells, cell => Assert.Empty(cell.Outputs));
        Assert.All(notebook.CodeCells, cell => Assert.Null(cell.Json["execution_count"]));
        Assert.Contains("attachments", NotebookFile.ToText(notebook), StringComparison.Ordinal);
        Assert.Equal(4, notebook.Cells.Count);
    }

    [Theory]
    [InlineData("{\"cells\": [", "'x.ipynb' is no notebook: its JSON ends or breaks at line 1.")]
    [InlineData("[]", "'x.ipynb' is no notebook: it has no list of cells; save it as nbformat 4.5.")]
    [InlineData("{\"cells\": [], \"nbformat\": 3}", "'x.ipynb' has nbformat 3; save it as nbformat 4.5.")]
    [InlineData("", "'x.ipynb' is no notebook: its JSON ends or breaks at line 1.")]
    public void Parse_OfSomethingElse_SaysWhatIsWrong(string text, string message)
    {
        var error = Assert.Throws<NotebookException>(() => NotebookFile.Parse(text, "x.ipynb"));

        Assert.Equal(message, error.Message);
    }

    [Fact]
    public void Create_MakesADocumentThatReadsBack()
    {
        var notebook = With(NotebookCell.Markdown("# Title", "title"), NotebookCell.Code("1 + 1", "sum", "result"));

        var read = NotebookFile.Parse(NotebookFile.ToText(notebook), "new");

        Assert.Equal("Title", read.Title);
        Assert.Equal(["title", "sum"], read.Cells.Select(cell => cell.Id));
        Assert.Equal(["result"], read.Cells[1].Tags);
        Assert.Equal(5, (int)read.Json["nbformat_minor"]!);
    }

    private static Notebook With(params NotebookCell[] cells)
    {
        var notebook = Notebook.Create();
        foreach (var cell in cells) notebook.Add(cell);
        return notebook;
    }

    private static NotebookCell Cell(string source) => NotebookFile.Parse(
        $$"""{"cells": [{"cell_type": "code", "metadata": {}, "outputs": [], "source": {{source}}}], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}""",
        "it").Cells[0];

    private static IEnumerable<string> KeysInOrder(JsonNode? node) => node switch
    {
        JsonObject json => json.SelectMany(entry => KeysInOrder(entry.Value).Prepend(entry.Key)),
        JsonArray items => items.SelectMany(KeysInOrder),
        _ => [],
    };
}
