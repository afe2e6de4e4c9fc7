namespace FetchLab.Notebooks.Tests;

public sealed class MendingNotebooks : IDisposable
{
    private readonly Lesson _lesson = new();

    [Fact]
    public void CellsWithoutAnId_GetOneOfTheirTagOrType()
    {
        foreach (var id in new[] { "knobs", "parameters", "import", "exercise-prose" }) _lesson[id].Json.Remove("id");
        _lesson.Notebook.Json["nbformat_minor"] = 4;

        _lesson.Notebook.GiveIds();

        Assert.Equal(
            ["title", "code", "markdown", "parameters", "markdown-2", "exercise", "check", "solution", "result-prose", "result"],
            _lesson.Notebook.Cells.Select(cell => cell.Id));
        Assert.Equal(["cell_type", "execution_count", "id", "metadata", "outputs", "source"], _lesson["code"].Json.Select(member => member.Key));
        Assert.Empty(_lesson.Findings());
    }

    [Fact]
    public void CellsWithAnothersId_GetItWithANumberThatIsFree()
    {
        _lesson["import"].SetId("title");
        _lesson["knobs"].SetId("title-2");
        _lesson["check"].SetId("title");

        _lesson.Notebook.GiveIds();

        Assert.Equal(["title", "title-3", "title-2", "title-4"], _lesson.Notebook.Cells.Select(cell => cell.Id).Where(id => id!.StartsWith("title", StringComparison.Ordinal)));
        Assert.Empty(_lesson.Findings());
    }

    [Fact]
    public void CellsWithAnIdOfTheirOwn_KeepIt()
    {
        var before = NotebookFile.ToText(_lesson.Notebook);

        _lesson.Notebook.GiveIds();

        Assert.Equal(before, NotebookFile.ToText(_lesson.Notebook));
    }

    public void Dispose() => _lesson.Dispose();
}
