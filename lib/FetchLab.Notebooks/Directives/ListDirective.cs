namespace FetchLab.Notebooks;

/// <summary><c>#!lsmagic</c>: the directives themselves.</summary>
internal sealed class ListDirective : IDirective
{
    public IReadOnlyList<string> Names => ["#!lsmagic"];

    public string Sentence => "lists the directives.";

    public Task RunAsync(DirectiveCall call)
    {
        string.Join('\n', KnownDirectives.Working.Select(directive => $"{string.Join(" ", directive.Names),-18} {directive.Sentence}"))
            .DisplayAs(MimeTypes.Plain);
        return Task.CompletedTask;
    }
}
