namespace FetchLab.Notebooks;

/// <summary>A heading every few cells, so that a reader who looks up finds the place again.</summary>
internal sealed class HeadingRule : INotebookRule
{
    /// <summary>The most cells from one heading to the next, the heading's own counted. A solution is folded away, and is not.</summary>
    internal const int MostCells = 7;

    public IEnumerable<Finding> Check(CheckedNotebook notebook)
    {
        var since = 0;
        foreach (var cell in notebook.Cells.Where(cell => !cell.IsFolded))
        {
            since = Headings.In(cell).Count > 0 ? 1 : since + 1;
            if (since == MostCells + 1)
                yield return notebook.At(cell, $"no heading stands in the {MostCells} cells before it", "begin a section here, or earlier");
        }
    }
}
