namespace FetchLab.Notebooks;

/// <summary>Cells that are read at a glance, on a projector too.</summary>
internal sealed class CodeLengthRule : INotebookRule
{
    internal const int MostLines = 15;
    internal const int LongestLine = 92;

    public IEnumerable<Finding> Check(CheckedNotebook notebook)
    {
        foreach (var cell in notebook.CodeCells)
        {
            var lines = cell.Source.Split('\n');
            if (lines.Length > MostLines)
                yield return notebook.At(cell, $"code must have at most {MostLines} lines, but has {lines.Length}", "split the cell, or move a part to the library");
            foreach (var line in lines.Where(line => line.Length > LongestLine))
                yield return notebook.At(cell, $"a line must have at most {LongestLine} characters, but '{Start(line)}…' has {line.Length}", "break it");
        }
    }

    private static string Start(string line) => line.Trim() is { Length: > 20 } text ? text[..20] : line.Trim();
}
