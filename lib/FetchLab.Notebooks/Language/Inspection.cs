using System.Text;
using Microsoft.CodeAnalysis;

namespace FetchLab.Notebooks;

/// <summary>Tells what stands at a position: a symbol, or the call that it is in.</summary>
internal static class Inspection
{
    public static async Task<MimeBundle?> InspectAsync(SessionWorkspace workspace, TypedCode typed, CancellationToken cancellationToken)
    {
        if (typed.IsForeign) return null;
        var document = workspace.Open(typed.Code);
        var model = (await document.GetSemanticModelAsync(cancellationToken))!;
        var root = await model.SyntaxTree.GetRootAsync(cancellationToken);
        if (SymbolAt.Find(model, root, typed.Position, cancellationToken) is [var first, ..] symbols)
            return Bundle([.. symbols.Select(symbol => SymbolText.Of(symbol, model, typed.Position))], Documentation.Of(first, model.Compilation).Summary);
        return OpenCall.Find(model, root, typed.Position, cancellationToken) is { } call ? Describe(call, model, typed.Position) : null;
    }

    private static MimeBundle Describe(OpenCall call, SemanticModel model, int position)
    {
        var documentation = Documentation.Of(call.Current, model.Compilation);
        var parameter = SymbolText.ParameterAt(call.Current, call.Argument);
        var lines = call.Overloads.Select(overload =>
            Sign(overload) + SymbolText.Call(overload, model, position, IsCurrent(overload) ? parameter : null));
        var said = parameter is not null && documentation.Parameters.TryGetValue(parameter.Name, out var text) ? $"{parameter.Name}: {text}" : null;
        return Bundle([.. lines], documentation.Summary, said);

        bool IsCurrent(ISymbol overload) => SymbolEqualityComparer.Default.Equals(overload, call.Current);
        string Sign(ISymbol overload) => call.Overloads.Count == 1 ? "" : IsCurrent(overload) ? "→ " : "  ";
    }

    private static MimeBundle Bundle(IReadOnlyList<string> signatures, params IEnumerable<string?> paragraphs)
    {
        var texts = paragraphs.OfType<string>().ToList();
        var plain = new StringBuilder().AppendJoin('\n', signatures);
        var markdown = new StringBuilder("```csharp\n").AppendJoin('\n', signatures).Append("\n```");
        foreach (var text in texts)
        {
            plain.Append("\n\n").Append(text);
            markdown.Append("\n\n").Append(MarkdownText.Escape(text));
        }

        return new([new(MimeTypes.Plain, plain.ToString()), new(MimeTypes.Markdown, markdown.ToString())]);
    }
}
