namespace FetchLab.Notebooks;

/// <summary>The switches of language, for the list: <see cref="CellSplitter"/> follows them before directives are run.</summary>
internal sealed class LanguageDirective(string sentence, params string[] names) : IDirective
{
    public static IReadOnlyList<LanguageDirective> All { get; } =
    [
        new("what follows is C#.", "#!csharp", "#!c#"),
        new("what follows is shown as HTML.", "#!html"),
        new("what follows is a script that the page runs.", "#!javascript", "#!js"),
        new("what follows is shown as Markdown.", "#!markdown", "#!md"),
        new("what follows is a Mermaid diagram, shown as its source.", "#!mermaid"),
        .. EngineLanguage.All.Select(language => new LanguageDirective(language.Sentence, [.. language.Names.Select(name => "#!" + name)])),
    ];

    public IReadOnlyList<string> Names => names;

    public string Sentence => sentence;

    public Task RunAsync(DirectiveCall call) => Task.CompletedTask;
}
