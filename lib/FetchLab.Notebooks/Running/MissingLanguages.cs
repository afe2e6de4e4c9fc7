namespace FetchLab.Notebooks;

/// <summary>The languages that a notebook's run has found missing, and so the cells that it leaves out: those tagged <c>requires-NAME</c>.</summary>
/// <param name="required">Those without which the run is to fail.</param>
internal sealed class MissingLanguages(IReadOnlySet<string> required)
{
    private const string Tag = "requires-";

    // Python's own name for a library of it that is not installed: a part of the language that the cell needs.
    private const string LibraryMissing = "ModuleNotFoundError";

    private readonly Dictionary<string, int> _cells = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a cell cannot run because of what an earlier one has found.</summary>
    public bool Hold(NotebookCell cell, out string language, out string sentence)
    {
        language = Required(cell).FirstOrDefault(_cells.ContainsKey) ?? "";
        sentence = language.Length == 0 ? "" : string.Create(null, $"skipped: {language} is missing, as cell {_cells[language]} says.");
        return language.Length > 0;
    }

    /// <summary>Takes the error of a cell, if it is that a language, or a library of it, is missing and the run may do without.</summary>
    public bool Take(NotebookCell cell, int number, ErrorOutput? error, out string language, out string sentence)
    {
        var names = error?.Name is LanguageMissingException.ErrorName or LibraryMissing ? Required(cell).ToList() : [];
        var mayBeMissing = names.Count > 0 && !names.Any(required.Contains);
        language = mayBeMissing ? names[0] : "";
        sentence = mayBeMissing ? $"skipped: {error!.Message}" : "";
        if (mayBeMissing) names.ForEach(name => _cells[name] = number);
        return mayBeMissing;
    }

    private static IEnumerable<string> Required(NotebookCell cell) =>
        cell.Tags.Where(tag => tag.StartsWith(Tag, StringComparison.Ordinal)).Select(tag => tag[Tag.Length..]);
}
