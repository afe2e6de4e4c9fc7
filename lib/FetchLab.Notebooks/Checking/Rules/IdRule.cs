using System.Text.RegularExpressions;

namespace FetchLab.Notebooks;

/// <summary>Ids that a reader of a diff understands, each once.</summary>
internal sealed partial class IdRule : INotebookRule
{
    public IEnumerable<Finding> Check(CheckedNotebook notebook)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var cell in notebook.Cells)
        {
            if (cell.Id is not { Length: > 0 } id)
                yield return notebook.At(cell, "it has no id", "run fetchlab strip");
            else if (!seen.Add(id))
                yield return notebook.At(cell, "two cells have this id", "run fetchlab strip");
            else if (!Readable().IsMatch(id) || Random().IsMatch(id))
                yield return notebook.At(cell, $"the id '{id}' does not say what the cell is for", "write one such as predict-prose");
        }
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{1,40}$")]
    private static partial Regex Readable();

    // What Jupyter and VS Code give a new cell: eight hexadecimal digits or more.
    [GeneratedRegex("^(?=.*[0-9])[0-9a-f]{8,}(-|$)")]
    private static partial Regex Random();
}
