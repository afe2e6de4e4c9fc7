using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.DotNet.Interactive;

namespace FetchLab.Notebooks;

/// <summary><c>#!set</c>: a variable with a text or a number, with what the person types, or with another variable's value.</summary>
internal sealed partial class SetDirective : IDirective
{
    private const string Usage = "#!set needs a name and a value, as in #!set --name city --value Oslo, or --value @input:\"Which city?\".";

    public IReadOnlyList<string> Names => ["#!set"];

    public string Sentence => "sets a variable (#!set --name city --value @input:\"Which city?\", or @sql:city).";

    public Task RunAsync(DirectiveCall call)
    {
        var options = new DirectiveOptions(call.Argument);
        if (options["name"] is not { } name || options["value"] is not { } value) throw new NotebookException(Usage);
        if (value.StartsWith('@')) return SetAsync(call, name, value);
        return Sharing.GiveAsync(call, name, options.IsQuoted("value") ? value : Literal(value));
    }

    private static async Task SetAsync(DirectiveCall call, string name, string value)
    {
        var (source, rest) = value[1..].Split(':', 2) is [var first, var second] ? (first, second.Trim('"')) : (value[1..], "");
        switch (source)
        {
            case "input":
                await Sharing.GiveAsync(call, name, await AskAsync(call, () => Kernel.input(Prompt(rest, name))));
                break;
            case "password":
                await Sharing.GiveAsync(call, name, await AskAsync(call, () => Kernel.password(Prompt(rest, name))));
                break;
            // Any expression will do.
            case Languages.CSharp when call.Part.Language == Languages.CSharp:
                await NewVariable.DeclareByCodeAsync(call, name, rest);
                break;
            default:
                var from = call.Runner.Languages.Find(source)
                    ?? throw new NotebookException($"#!set --value {value}: '{source}' is no language of this session, nor @input or @password; {SessionLanguages.Advice(source)}");
                await Sharing.GiveAsync(call, name, await Sharing.TakeAsync(call, from, rest));
                break;
        }
    }

    // 5 and 2.5 are numbers, and so is 1e6; 007 is a text, as a postcode is.
    private static object Literal(string text) => text switch
    {
        "true" => true,
        "false" => false,
        _ when !Number().IsMatch(text) => text,
        _ when int.TryParse(text, CultureInfo.InvariantCulture, out var number) => number,
        _ when long.TryParse(text, CultureInfo.InvariantCulture, out var number) => number,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };

    // {"prompt": "…", "saveAs": "…"}: the engine saves nothing.
    private static string Prompt(string text, string name) => text switch
    {
        "" => name,
        ['{', ..] => JsonNode.Parse(text)?["prompt"]?.GetValue<string>() ?? name,
        _ => text,
    };

    // As code of the cell: it waits for a person, and can be stopped.
    private static async Task<T> AskAsync<T>(DirectiveCall call, Func<T> ask)
    {
        T answer = default!;
        await call.Scope.Run.RunAsync(() =>
        {
            answer = ask();
            return Task.CompletedTask;
        });
        return answer;
    }

    [GeneratedRegex(@"^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$")]
    private static partial Regex Number();
}
