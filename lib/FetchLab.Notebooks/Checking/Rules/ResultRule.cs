namespace FetchLab.Notebooks;

/// <summary>The last thing that runs is the claim, held against this run.</summary>
internal sealed class ResultRule : INotebookRule
{
    private const string Tag = "result";

    public IEnumerable<Finding> Check(CheckedNotebook notebook)
    {
        var cells = notebook.Tagged(Tag);
        if (cells.Count == 0)
            yield return CheckedNotebook.OfAll("no code cell is tagged 'result'", "tag the one that states the claim");
        foreach (var second in cells.Skip(1))
            yield return notebook.At(second, "a second cell is tagged 'result'", "state the claim in one cell");
        if (cells is [.., var last] && notebook.CodeCells.Last() != last)
            yield return notebook.At(last, "the result is not the last code cell", "move it behind the others");
    }
}
