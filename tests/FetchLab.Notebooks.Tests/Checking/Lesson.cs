using System.Text.Json.Nodes;

namespace FetchLab.Notebooks.Tests;

/// <summary>A small lesson that keeps every rule, to be broken in one place.</summary>
internal sealed class Lesson : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("fetchlab-test-").FullName;

    public Lesson()
    {
        Add(NotebookCell.Markdown("# 03 · Threads\n\nThe question, and a [link](02-next.ipynb#there) or [two](https://learn.microsoft.com/dotnet/).", "title"));
        Add(NotebookCell.Code("#!import lab.csx", "import"));
        Add(NotebookCell.Markdown("The knobs.", "knobs"));
        Add(NotebookCell.Code("int workers = 10, pages = -1;\nvar host = \"apple\"; // which one\ndouble guess = 1.5; bool warm = true;", "parameters", "parameters"));
        Add(NotebookCell.Markdown("## Exercise\n\nWrite one.", "exercise-prose"));
        Add(NotebookCell.Code("Func<int> answer = null;", "exercise", "exercise"));
        Add(NotebookCell.Code("await Check.Sum(answer)", "check", "check"));
        Add(Tag(NotebookCell.Markdown(Folded("Func<int> solution = () => 42;\nawait Check.Sum(solution)"), "solution"), "solution"));
        Add(NotebookCell.Markdown("## What we know now", "result-prose"));
        Add(NotebookCell.Code("\"http://127.0.0.1:5000/apple and http://localhost/\"", "result", "result"));
        File.WriteAllText(Path.Combine(_folder, "02-next.ipynb"), "{}");
    }

    public Notebook Notebook { get; private set; } = Notebook.Create();

    public NotebookCell this[string id] => Notebook.Cells.Single(cell => cell.Id == id);

    public void Add(NotebookCell cell) => Notebook.Add(cell);

    /// <summary>Puts a cell behind the one with an id.</summary>
    public void AddAfter(string id, NotebookCell cell) => Notebook.Insert(Notebook.Cells.ToList().IndexOf(this[id]) + 1, cell);

    public void Remove(string id)
    {
        var json = Notebook.Json.DeepClone().AsObject();
        var cells = json["cells"]!.AsArray();
        cells.RemoveAt(Notebook.Cells.ToList().IndexOf(this[id]));
        Notebook = NotebookFile.Parse(json.ToJsonString(), "it");
    }

    public void Write(string id, string source) => this[id].Json["source"] = source;

    private static string Folded(string code) => $"<details>\n<summary>A solution</summary>\n\n```csharp\n{code}\n```\n\n</details>";

    private static NotebookCell Tag(NotebookCell cell, string tag)
    {
        cell.Json["metadata"]!["tags"] = new JsonArray(tag);
        return cell;
    }

    /// <summary>What the rules say of it, as it would be written, or with a text of one's own.</summary>
    public IEnumerable<string> Findings(string? text = null)
    {
        var path = Path.Combine(_folder, "03-threads.ipynb");
        File.WriteAllText(path, text ?? NotebookFile.ToText(Notebook));
        return NotebookCheck.Check(path).Select(finding => finding.ToString());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
