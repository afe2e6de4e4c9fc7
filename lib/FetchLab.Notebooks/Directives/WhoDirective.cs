namespace FetchLab.Notebooks;

/// <summary><c>#!who</c>: the names of the session's C# variables.</summary>
internal sealed class WhoDirective : IDirective
{
    public IReadOnlyList<string> Names => ["#!who"];

    public string Sentence => "lists the names of the C# variables.";

    public Task RunAsync(DirectiveCall call)
    {
        string.Join(", ", call.Runner.Chain.Variables.Select(variable => variable.Name)).DisplayAs(MimeTypes.Plain);
        return Task.CompletedTask;
    }
}
