namespace FetchLab.Notebooks;

/// <summary><c>#!share</c>: a variable of another language becomes one of the language in whose code it stands.</summary>
internal sealed class ShareDirective : IDirective
{
    public IReadOnlyList<string> Names => ["#!share"];

    public string Sentence => "takes a variable over from another language (#!share --from sql slow --as slowest).";

    public async Task RunAsync(DirectiveCall call)
    {
        var options = new DirectiveOptions(call.Argument);
        if (options["from"] is not { } given || options.Plain is not { Length: > 0 } name)
            throw new NotebookException("#!share needs a name and where it is from, as in #!share total --from csharp.");
        var from = call.Runner.Languages.Find(given)
            ?? throw new NotebookException($"#!share {name} --from {given}: '{given}' is no language of this session; {SessionLanguages.Advice(given)}");
        var other = options["as"] ?? name;
        if (from != call.Part.Language) await Sharing.GiveAsync(call, other, await Sharing.TakeAsync(call, from, name));
        // As code, so that it has the same type, whatever that is.
        else if (from == Languages.CSharp) await (other == name ? Task.CompletedTask : NewVariable.DeclareByCodeAsync(call, other, name));
        else if (other != name) await Sharing.GiveAsync(call, other, await Sharing.TakeAsync(call, from, name));
    }
}
