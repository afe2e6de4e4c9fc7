using FSharp.Compiler.EditorServices;
using FSharp.Compiler.Tokenization;
using FSharp.Compiler.Text;
using Microsoft.FSharp.Collections;

namespace FetchLab.Notebooks;

/// <summary>Tells what an F# name stands for.</summary>
internal static class FSharpInspection
{
    public static MimeBundle? Inspect(FSharpSession session, string code, int position)
    {
        var place = new FSharpPlace(code, Math.Clamp(position, 0, code.Length));
        if (QuickParse.GetCompleteIdentifierIsland(tolerateJustAfter: true, place.LineText, place.Column) is not { } island) return null;
        var (name, column, _) = island.Value;
        var (_, result) = session.Check(code);
        var tip = result.GetToolTip(
            place.Line, column, place.LineText, ListModule.OfSeq(name.Split('.')), FSharpTokenTag.Identifier, width: null);
        var signatures = tip.Item.OfType<ToolTipElement.Group>().SelectMany(group => group.elements).Select(element => Text(element.MainDescription)).ToList();
        if (signatures.Count == 0) return null;
        var text = string.Join('\n', signatures);
        return new([new(MimeTypes.Plain, text), new(MimeTypes.Markdown, $"```fsharp\n{text}\n```")]);
    }

    private static string Text(IEnumerable<TaggedText> parts) => string.Concat(parts.Select(part => part.Text)).ReplaceLineEndings("\n");
}
