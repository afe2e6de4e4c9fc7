using System.Text.RegularExpressions;

namespace FetchLab.Notebooks;

/// <summary>Prose in portions: most cells have 30 to 60 words, and none many more.</summary>
internal sealed partial class ProseLengthRule : INotebookRule
{
    internal const int MostWords = 90;

    public IEnumerable<Finding> Check(CheckedNotebook notebook) =>
        from cell in notebook.ProseCells
        let words = Words(cell.Source)
        where words > MostWords
        select notebook.At(cell, $"prose must have at most {MostWords} words, but has {words}", "cut it, or split it around a code cell");

    // Headings, code and the addresses behind links are not read as prose.
    private static int Words(string source) => Word().Count(Address().Replace(Headings.Without(source), "]"));

    [GeneratedRegex(@"\]\([^)]*\)")]
    private static partial Regex Address();

    [GeneratedRegex(@"\S*[\p{L}\p{N}]\S*")]
    private static partial Regex Word();
}
