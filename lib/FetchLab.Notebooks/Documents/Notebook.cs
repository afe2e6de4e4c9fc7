using System.Text.Json.Nodes;

namespace FetchLab.Notebooks;

/// <summary>
/// An nbformat 4 document. It is a view on the JSON that was read: whatever it does not know stays where it was, in the
/// same order, and is written again.
/// </summary>
public sealed class Notebook
{
    private readonly List<NotebookCell> _cells;

    internal Notebook(JsonObject json)
    {
        Json = json;
        _cells = [.. CellArray.OfType<JsonObject>().Select(cell => new NotebookCell(cell))];
    }

    /// <summary>The whole document.</summary>
    public JsonObject Json { get; }

    /// <summary>The cells, in their order.</summary>
    public IReadOnlyList<NotebookCell> Cells => _cells;

    /// <summary>The cells that hold code, in their order.</summary>
    public IEnumerable<NotebookCell> CodeCells => _cells.Where(cell => cell.IsCode);

    /// <summary>The text of the first heading, or null where there is none.</summary>
    public string? Title => _cells
        .Where(cell => cell.IsMarkdown)
        .SelectMany(cell => cell.Source.Split('\n'))
        .FirstOrDefault(line => line.StartsWith("# ", StringComparison.Ordinal))?[2..].Trim();

    private JsonArray CellArray => (JsonArray)Json["cells"]!;

    /// <summary>A new document without cells, in nbformat 4.5, for C#.</summary>
    public static Notebook Create() => new(new JsonObject
    {
        ["cells"] = new JsonArray(),
        ["metadata"] = new JsonObject
        {
            ["kernelspec"] = new JsonObject
            {
                ["display_name"] = ".NET (C#)",
                ["language"] = "C#",
                ["name"] = ".net-csharp",
            },
            ["language_info"] = new JsonObject { ["name"] = "csharp" },
        },
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
    });

    /// <summary>Puts a cell at a place, from 0 to the number of cells.</summary>
    public void Insert(int place, NotebookCell cell)
    {
        CellArray.Insert(place, cell.Json);
        _cells.Insert(place, cell);
    }

    /// <summary>Puts a cell at the end.</summary>
    public void Add(NotebookCell cell) => Insert(_cells.Count, cell);

    /// <summary>Takes outputs and execution counts out of every code cell.</summary>
    public void Strip()
    {
        foreach (var cell in CodeCells) cell.Strip();
    }

    /// <summary>Makes nbformat 4.5 of an older document: cells without an id, or with another's, get one of their own.</summary>
    public void GiveIds()
    {
        Json["nbformat_minor"] = 5;
        var taken = new HashSet<string>(_cells.Select(cell => cell.Id ?? ""), StringComparer.Ordinal) { "" };
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var cell in _cells)
        {
            if (cell.Id is { Length: > 0 } its && seen.Add(its)) continue;
            var name = cell switch { { Id.Length: > 0 } => cell.Id, { Tags: [var tag, ..] } => tag, _ => cell.Type };
            var id = name;
            for (var number = 2; !taken.Add(id); number++) id = $"{name}-{number}";
            cell.SetId(id);
            seen.Add(id);
        }
    }
}
