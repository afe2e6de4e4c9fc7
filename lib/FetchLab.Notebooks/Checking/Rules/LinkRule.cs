using System.Text.RegularExpressions;

namespace FetchLab.Notebooks;

/// <summary>A link to another lesson, or to a picture, leads to a file that is there.</summary>
internal sealed partial class LinkRule : INotebookRule
{
    public IEnumerable<Finding> Check(CheckedNotebook notebook) =>
        from cell in notebook.ProseCells
        from link in Link().Matches(cell.Source).Select(link => link.Groups[1].Value)
        where !File.Exists(Path.Combine(notebook.Folder, link))
        select notebook.At(cell, $"the link to '{link}' leads nowhere", "write the name of a file beside the notebook, or https://…");

    // What stands before a # is the file; an address with a scheme is somebody else's, and a # alone a place in the notebook.
    [GeneratedRegex(@"\]\((?!https://|mailto:|#)([^)#\s]+)")]
    private static partial Regex Link();
}
