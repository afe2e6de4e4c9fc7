namespace FetchLab.Notebooks;

/// <summary>nbformat 4.5, laid out as Jupyter does it: a change then shows as the lines that changed.</summary>
internal sealed class FormatRule : INotebookRule
{
    public IEnumerable<Finding> Check(CheckedNotebook notebook)
    {
        if (notebook.Notebook.Json["nbformat_minor"]?.ToString() is var minor and not "5")
            yield return CheckedNotebook.OfAll($"nbformat must be 4.5, but is 4.{minor ?? "unknown"}", "run fetchlab strip");
        if (notebook.Text != NotebookFile.ToText(notebook.Notebook))
            yield return CheckedNotebook.OfAll("the indentation, the line ends or the last line's end are not Jupyter's", "run fetchlab strip");
    }
}
