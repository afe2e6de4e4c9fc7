namespace FetchLab.Notebooks;

/// <summary>What other engines have, and this one does not.</summary>
internal sealed class MissingDirective(string what, params string[] names) : IDirective
{
    public static IReadOnlyList<MissingDirective> All { get; } =
    [
        new("F#", "#!fsharp", "#!f#"),
        new("PowerShell", "#!pwsh", "#!powershell"),
        new("SQL", "#!sql"),
        new("KQL", "#!kql"),
        new("Python", "#!python"),
        new("R", "#!R"),
        new("HTTP requests as cells", "#!http"),
        new("values as cells (write the text as a variable: string name = \"\"\"…\"\"\";)", "#!value"),
        new("connections to other kernels", "#!connect"),
    ];

    /// <summary>Those that other engines take for the beginning of a cell in another language.</summary>
    public static IReadOnlySet<string> Languages { get; } = new HashSet<string>(
        All.SelectMany(directive => directive.Names).Except(["#!connect"]), StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<string> Names => names;

    public string Sentence => $"the engine does not have {what}.";

    public Task RunAsync(DirectiveCall call) => throw new NotebookException(
        $"{call.Part.Name}: the engine does not have {what}; it runs {Notebooks.Languages.All}.");
}
