namespace FetchLab.Notebooks;

/// <summary><c>#!lsmagic</c>: the directives themselves.</summary>
internal sealed class ListDirective : IDirective
{
    public IReadOnlyList<string> Names => ["#!lsmagic"];

    public string Sentence => "lists the directives.";

    public Task RunAsync(DirectiveCall call)
    {
        var connected = call.Runner.Languages.Connected.Select(language => (Name: "#!" + language.Name, Sentence: $"what follows runs in the Jupyter kernel {language.Spec}."));
        string.Join('\n', KnownDirectives.Working.Select(directive => (Name: string.Join(" ", directive.Names), directive.Sentence))
                .Concat(connected)
                .Select(entry => $"{entry.Name,-18} {entry.Sentence}"))
            .DisplayAs(MimeTypes.Plain);
        return Task.CompletedTask;
    }
}
