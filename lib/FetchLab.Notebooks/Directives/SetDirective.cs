using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive;

namespace FetchLab.Notebooks;

/// <summary><c>#!set</c>: a variable with a text, with what the person types, or with another variable's value.</summary>
internal sealed class SetDirective : IDirective
{
    private const string Usage = "#!set needs a name and a value, as in #!set --name city --value Oslo, or --value @input:\"Which city?\".";

    public IReadOnlyList<string> Names => ["#!set"];

    public string Sentence => "sets a variable (#!set --name city --value @input:\"Which city?\").";

    public async Task RunAsync(DirectiveCall call)
    {
        var options = new DirectiveOptions(call.Argument);
        if (options["name"] is not { } name || options["value"] is not { } value) throw new NotebookException(Usage);
        await NewVariable.DeclareAsync(call, name, await CodeAsync(call, name, value));
    }

    private static async Task<string> CodeAsync(DirectiveCall call, string name, string value)
    {
        if (!value.StartsWith('@')) return NewVariable.Quote(value);
        var (source, rest) = value[1..].Split(':', 2) is [var first, var second] ? (first, second.Trim('"')) : (value[1..], "");
        switch (source)
        {
            case "input":
                return NewVariable.Quote(await AskAsync(call, () => Kernel.input(Prompt(rest, name))));
            case "password":
                var password = await AskAsync(call, () => Kernel.password(Prompt(rest, name)).GetClearTextPassword());
                return $"new Microsoft.DotNet.Interactive.PasswordString({NewVariable.Quote(password)})";
            case Languages.CSharp:
                return rest;
            default:
                throw new NotebookException($"#!set --value {value}: nothing can be taken from '{source}'; @input, @password and @csharp:name can.");
        }
    }

    // {"prompt": "…", "saveAs": "…"}: the engine saves nothing.
    private static string Prompt(string text, string name) => text switch
    {
        "" => name,
        ['{', ..] => JsonNode.Parse(text)?["prompt"]?.GetValue<string>() ?? name,
        _ => text,
    };

    // As code of the cell: it waits for a person, and can be stopped.
    private static async Task<string> AskAsync(DirectiveCall call, Func<string> ask)
    {
        var answer = "";
        await call.Scope.Run.RunAsync(() =>
        {
            answer = ask();
            return Task.CompletedTask;
        });
        return answer;
    }
}
