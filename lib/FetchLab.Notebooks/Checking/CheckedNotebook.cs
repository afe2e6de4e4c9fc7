namespace FetchLab.Notebooks;

/// <summary>A notebook as its rules see it.</summary>
/// <param name="Notebook">The document.</param>
/// <param name="Text">The file's text, letter for letter.</param>
/// <param name="Folder">Where the file lies: what its links are relative to.</param>
internal sealed record CheckedNotebook(Notebook Notebook, string Text, string Folder)
{
    public IReadOnlyList<NotebookCell> Cells => Notebook.Cells;

    public IEnumerable<NotebookCell> CodeCells => Notebook.CodeCells;

    public IEnumerable<NotebookCell> ProseCells => Cells.Where(cell => cell.IsMarkdown);

    /// <summary>The code cells with a tag, in their order.</summary>
    public IReadOnlyList<NotebookCell> Tagged(string tag) => [.. CodeCells.Where(cell => cell.Tags.Contains(tag))];

    public Finding At(NotebookCell cell, string wrong, string remedy) =>
        new(cell.Id is { Length: > 0 } id ? id : $"cell {Cells.Index().First(one => one.Item == cell).Index + 1}", wrong, remedy);

    public static Finding OfAll(string wrong, string remedy) => new("notebook", wrong, remedy);
}
