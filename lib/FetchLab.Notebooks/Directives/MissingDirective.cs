namespace FetchLab.Notebooks;

/// <summary>What other engines have, and this one does not, or not from the start.</summary>
/// <param name="sentence">What to do without it.</param>
/// <param name="names">Its names with their sign.</param>
internal sealed class MissingDirective(string sentence, params string[] names) : IDirective
{
    public static IReadOnlyList<MissingDirective> All { get; } =
    [
        Without("PowerShell", "#!pwsh", "#!powershell"),
        Without("KQL", "#!kql"),
        Without("HTTP requests as cells", "#!http"),
        Unconnected("python"),
        Unconnected("R"),
    ];

    /// <summary>Those that other engines take for the beginning of a cell in another language: all of them.</summary>
    public static IReadOnlySet<string> Languages { get; } =
        new HashSet<string>(All.SelectMany(directive => directive.Names), StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<string> Names => names;

    public string Sentence => sentence;

    public Task RunAsync(DirectiveCall call) => throw new NotebookException($"{call.Part.Name}: {sentence}");

    private static MissingDirective Without(string what, params string[] names) =>
        new($"the engine does not have {what}; it runs {Notebooks.Languages.All}.", names);

    private static MissingDirective Unconnected(string name) => new($"{name} is not connected; {SessionLanguages.Advice(name)}", "#!" + name);
}
