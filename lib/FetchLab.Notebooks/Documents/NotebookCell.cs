using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace FetchLab.Notebooks;

/// <summary>One cell of a notebook: a view on its JSON.</summary>
public sealed partial class NotebookCell
{
    internal NotebookCell(JsonObject json) => Json = json;

    /// <summary>The cell as it stands in the document.</summary>
    public JsonObject Json { get; }

    /// <summary><c>code</c>, <c>markdown</c> or <c>raw</c>.</summary>
    public string Type => Text("cell_type") ?? "";

    public bool IsCode => Type == "code";

    public bool IsMarkdown => Type == "markdown";

    /// <summary>The cell's id; null in documents older than nbformat 4.5.</summary>
    public string? Id => Text("id");

    /// <summary>The source with <c>\n</c> between lines, whether it was stored as one string or as a list of lines.</summary>
    public string Source => NotebookText.Join(Json["source"]);

    /// <summary>The tags in the cell's metadata.</summary>
    public IReadOnlyList<string> Tags => Json["metadata"]?["tags"] is JsonArray tags
        ? [.. tags.OfType<JsonValue>().Select(tag => tag.ToString())]
        : [];

    /// <summary>
    /// Whether its source is folded away until it is asked for: code by <c>metadata.jupyter.source_hidden</c>, Markdown because
    /// it is one <c>&lt;details&gt;</c>.
    /// </summary>
    /// <remarks>JupyterLab heeds the metadata; VS Code and the classic notebook show such code. All of them fold details.</remarks>
    public bool IsFolded => IsMarkdown
        ? Details().IsMatch(Source)
        : (Json["metadata"]?["jupyter"] as JsonObject)?["source_hidden"]?.ToString() == "true";

    /// <summary>The C# that a folded Markdown cell has, and nothing else; null in all other cells.</summary>
    public string? FoldedCode => IsMarkdown && Details().Match(Source) is { Success: true } details ? details.Groups["code"].Value : null;

    /// <summary>What a folded Markdown cell shows of itself; null in all other cells.</summary>
    public string? FoldedTitle => IsMarkdown && Details().Match(Source) is { Success: true } details ? details.Groups["title"].Value : null;

    /// <summary>
    /// The language that the cell's metadata names, or null: <c>metadata.polyglot_notebook.kernelName</c>,
    /// <c>metadata.dotnet_interactive.language</c> or <c>metadata.vscode.languageId</c>. C# is always <c>csharp</c>.
    /// </summary>
    public string? Language =>
        (MetadataText("polyglot_notebook", "kernelName")
            ?? MetadataText("dotnet_interactive", "language")
            ?? MetadataText("vscode", "languageId")) is { } name
                ? name.Equals("C#", StringComparison.OrdinalIgnoreCase) ? "csharp" : name
                : null;

    /// <summary>What the cell has put out, as the document holds it.</summary>
    public IEnumerable<JsonObject> Outputs => (Json["outputs"] as JsonArray ?? []).OfType<JsonObject>();

    /// <summary>A code cell with an id and, where given, tags.</summary>
    public static NotebookCell Code(string source, string id, params string[] tags) => Create("code", source, id, tags);

    /// <summary>A Markdown cell with an id.</summary>
    public static NotebookCell Markdown(string source, string id) => Create("markdown", source, id, []);

    /// <summary>Gives the cell another id, or a first one.</summary>
    public void SetId(string id)
    {
        if (Json.ContainsKey("id")) Json["id"] = id;
        // Where Jupyter writes it: in the order of the alphabet.
        else Json.Insert(Json.TakeWhile(member => string.CompareOrdinal(member.Key, "id") < 0).Count(), "id", id);
    }

    public void SetOutputs(JsonArray outputs, int? executionCount)
    {
        Json["execution_count"] = executionCount;
        Json["outputs"] = outputs;
    }

    /// <summary>Takes outputs and the execution count out.</summary>
    public void Strip() => SetOutputs([], null);

    private static NotebookCell Create(string type, string source, string id, string[] tags)
    {
        var json = new JsonObject { ["cell_type"] = type };
        if (type == "code") json["execution_count"] = null;
        json["id"] = id;
        json["metadata"] = tags.Length == 0
            ? new JsonObject()
            : new JsonObject { ["tags"] = new JsonArray([.. tags.Select(tag => JsonValue.Create(tag))]) };
        if (type == "code") json["outputs"] = new JsonArray();
        json["source"] = NotebookText.Split(source);
        return new(json);
    }

    private string? Text(string name) => (Json[name] as JsonValue)?.ToString();

    private string? MetadataText(string owner, string name) =>
        ((Json["metadata"]?[owner] as JsonObject)?[name] as JsonValue)?.ToString();

    [GeneratedRegex(@"\A<details>\n<summary>(?<title>.*)</summary>\n\n```csharp\n(?<code>(?s:.*))\n```\n\n</details>\s*\z")]
    private static partial Regex Details();
}
