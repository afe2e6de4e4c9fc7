using Microsoft.DotNet.Interactive;

namespace FetchLab.Notebooks;

/// <summary>The languages that a cell, or a part of it, can be written in: C#, and those that the page reads.</summary>
internal static class Languages
{
    public const string CSharp = "csharp";

    private static readonly Dictionary<string, string> _names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["csharp"] = CSharp, ["c#"] = CSharp,
        // What editors write for a cell whose language they do not name.
        [".net-csharp"] = CSharp, ["polyglot-notebook"] = CSharp, ["dotnet-interactive"] = CSharp, [".NET"] = CSharp,
        ["html"] = "html",
        ["javascript"] = "javascript", ["js"] = "javascript",
        ["markdown"] = "markdown", ["md"] = "markdown",
        ["mermaid"] = "mermaid",
    };

    /// <summary>The names, each once, for a sentence.</summary>
    public static string All => string.Join(", ", _names.Values.Distinct());

    /// <summary>A language by any of its names; null names C#.</summary>
    /// <exception cref="NotebookException">The engine does not have it.</exception>
    public static string Of(string? name) => Find(name ?? CSharp)
        ?? throw new NotebookException($"this cell is written in '{name}', and the engine runs {All}.");

    public static string? Find(string name) => _names.GetValueOrDefault(name);

    /// <summary>The language that a directive such as <c>#!html</c> switches to; null where it is no such directive.</summary>
    public static string? OfSwitch(string directive) => directive.StartsWith("#!", StringComparison.Ordinal) ? Find(directive[2..]) : null;

    /// <summary>Shows text as what its language makes of it.</summary>
    public static void Show(TextPart part)
    {
        _ = part.Language switch
        {
            "html" => Kernel.display(Kernel.HTML(part.Text), MimeTypes.Html),
            "javascript" => Kernel.Javascript(part.Text),
            "markdown" => part.Text.DisplayAs(MimeTypes.Markdown),
            _ => Diagram(part.Text).DisplayAs(MimeTypes.Markdown),
        };
    }

    // Nothing that shows a notebook is sure to draw it.
    private static string Diagram(string source) =>
        $"The source of a Mermaid diagram, which the engine does not draw:\n\n```mermaid\n{source}\n```";
}
