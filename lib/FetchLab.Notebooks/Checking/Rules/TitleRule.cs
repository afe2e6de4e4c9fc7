namespace FetchLab.Notebooks;

/// <summary>The first cell is the title, and there is no other.</summary>
internal sealed class TitleRule : INotebookRule
{
    public IEnumerable<Finding> Check(CheckedNotebook notebook)
    {
        var titles = notebook.ProseCells.Where(cell => Headings.In(cell).Contains(1)).ToList();
        if (notebook.Cells is not [var first, ..] || !first.IsMarkdown || !first.Source.StartsWith("# ", StringComparison.Ordinal))
            yield return CheckedNotebook.OfAll("the first cell is not the title", "begin with a Markdown cell such as '# 03 · Threads'");
        foreach (var second in titles.Skip(1))
            yield return notebook.At(second, "it is a second title", "begin its heading with ##");
    }
}
