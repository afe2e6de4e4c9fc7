namespace FetchLab.Notebooks;

/// <summary>Prose leads and a cell delivers: never three code cells in a row. A solution that is folded away shows no code.</summary>
internal sealed class CodeRunRule : INotebookRule
{
    private const int MostInARow = 2;

    public IEnumerable<Finding> Check(CheckedNotebook notebook)
    {
        var row = 0;
        foreach (var cell in notebook.Cells.Where(cell => !cell.IsFolded))
        {
            row = cell.IsCode ? row + 1 : 0;
            if (row == MostInARow + 1)
                yield return notebook.At(cell, "it is the third code cell in a row", "say before it, in prose, what will be seen");
        }
    }
}
