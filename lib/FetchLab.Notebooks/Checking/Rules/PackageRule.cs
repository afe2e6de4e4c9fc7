using System.Text.RegularExpressions;

namespace FetchLab.Notebooks;

/// <summary>A lesson runs without a network: what it needs comes with the library.</summary>
internal sealed partial class PackageRule : INotebookRule
{
    public IEnumerable<Finding> Check(CheckedNotebook notebook) => notebook.CodeCells
        .Where(cell => Package().IsMatch(cell.Source))
        .Select(cell => notebook.At(cell, "it asks for a package", "use what lab.csx brings"));

    [GeneratedRegex(@"^\s*#(r|i)\s+""?\s*nuget", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Package();
}
