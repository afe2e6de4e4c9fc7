using Microsoft.DotNet.Interactive;

namespace FetchLab.Notebooks;

/// <summary>The languages that every session has: C#, those that the engine runs beside it, and those that the page reads.</summary>
internal static class Languages
{
    public const string CSharp = "csharp";

    private static readonly Dictionary<string, string> _pages = new(StringComparer.OrdinalIgnoreCase)
    {
        ["html"] = "html",
        ["javascript"] = "javascript", ["js"] = "javascript",
        ["markdown"] = "markdown", ["md"] = "markdown",
        ["mermaid"] = "mermaid",
    };

    private static readonly Dictionary<string, string> _names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["csharp"] = CSharp, ["c#"] = CSharp,
        // What editors write for a cell whose language they do not name.
        [".net-csharp"] = CSharp, ["polyglot-notebook"] = CSharp, ["dotnet-interactive"] = CSharp, [".NET"] = CSharp,
    };

    static Languages()
    {
        foreach (var language in EngineLanguage.All)
            foreach (var name in language.Names) _names[name] = language.Name;
        foreach (var (name, page) in _pages) _names[name] = page;
    }

    /// <summary>The names, each once, for a sentence.</summary>
    public static string All => string.Join(", ", _names.Values.Distinct());

    /// <summary>A language's own name by any of its names; null where there is none.</summary>
    public static string? Find(string name) => _names.GetValueOrDefault(name);

    /// <summary>Whether the page reads it, and nothing here runs it.</summary>
    /// <param name="name">The language's own name.</param>
    public static bool IsOfPages(string name) => _pages.ContainsKey(name);

    /// <summary>Whether values can be given to it, though none taken: it runs in the page.</summary>
    /// <inheritdoc cref="IsOfPages"/>
    public static bool IsScript(string name) => name is "html" or "javascript";

    /// <summary>Shows text as what its language makes of it.</summary>
    /// <param name="part">The text.</param>
    /// <param name="scripts">What the page must run before it.</param>
    public static void Show(TextPart part, string scripts)
    {
        _ = part.Language switch
        {
            "html" => Kernel.display(Kernel.HTML(scripts + part.Text), MimeTypes.Html),
            "javascript" => Kernel.display(Kernel.HTML($"{scripts}<script type=\"text/javascript\">{part.Text}</script>"), MimeTypes.Html),
            "markdown" => part.Text.DisplayAs(MimeTypes.Markdown),
            _ => Diagram(part.Text).DisplayAs(MimeTypes.Markdown),
        };
    }

    // Nothing that shows a notebook is sure to draw it.
    private static string Diagram(string source) =>
        $"The source of a Mermaid diagram, which the engine does not draw:\n\n```mermaid\n{source}\n```";
}
