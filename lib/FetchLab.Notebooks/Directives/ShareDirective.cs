namespace FetchLab.Notebooks;

/// <summary><c>#!share</c>: a variable of another language. There is one language with variables here, so that only a name can change.</summary>
internal sealed class ShareDirective : IDirective
{
    public IReadOnlyList<string> Names => ["#!share"];

    public string Sentence => "gives a variable one more name (#!share total --from csharp --as sum).";

    public Task RunAsync(DirectiveCall call)
    {
        var options = new DirectiveOptions(call.Argument);
        if (options["from"] is not { } from || options.Plain is not { Length: > 0 } name)
            throw new NotebookException("#!share needs a name and where it is from, as in #!share total --from csharp.");
        if (Languages.Find(from) != Languages.CSharp)
            throw new NotebookException($"#!share {name} --from {from}: the engine has no variables of '{from}', only of csharp.");
        return options["as"] is { } other && other != name ? NewVariable.DeclareAsync(call, other, name) : Task.CompletedTask;
    }
}
