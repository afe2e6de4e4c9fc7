using FSharp.Compiler.CodeAnalysis;
using FSharp.Compiler.EditorServices;
using Microsoft.FSharp.Core;

namespace FetchLab.Notebooks;

/// <summary>Completes F#.</summary>
internal static class FSharpCompletion
{
    public static Completion Complete(FSharpSession session, string code, int position)
    {
        var typed = new TypedCode(code, position, _ => null);
        var (start, end) = typed.Word();
        var (parsed, result) = session.Check(code);
        var place = new FSharpPlace(code, typed.Position);
        var declared = result.GetDeclarationListInfo(
            FSharpOption<FSharpParseFileResults>.Some(parsed),
            place.Line,
            place.LineText,
            QuickParse.GetPartialLongNameEx(place.LineText, place.Column - 1),
            getAllEntities: null,
            completionContextAtPos: null,
            options: null);

        var pattern = code[start..typed.Position];
        var items = declared.Items
            .Select(item => (Text: item.NameInCode, Kind: KindOf(item), Match: NameMatch.Of(item.NameInList, pattern), Item: item))
            .Where(entry => entry.Match is not NameMatch.None)
            .OrderBy(entry => entry.Match)
            // What a type declares comes before what others add to it.
            .ThenBy(entry => entry.Item.Glyph.IsExtensionMethod)
            .ThenBy(entry => entry.Item.MinorPriority)
            .ThenBy(entry => entry.Text, StringComparer.OrdinalIgnoreCase)
            .ThenBy(entry => entry.Text, StringComparer.Ordinal)
            .DistinctBy(entry => entry.Text)
            .Take(CodeCompletion.MostItems)
            .Select(entry => new CompletionItem(entry.Text, entry.Kind));
        return new(start, end, [.. items]);
    }

    private static string KindOf(DeclarationListItem item) => item.Glyph.Tag switch
    {
        FSharpGlyph.Tags.Method or FSharpGlyph.Tags.OverridenMethod or FSharpGlyph.Tags.ExtensionMethod => "method",
        FSharpGlyph.Tags.Property => "property",
        FSharpGlyph.Tags.Field => "field",
        FSharpGlyph.Tags.Event => "event",
        FSharpGlyph.Tags.Constant => "constant",
        FSharpGlyph.Tags.Variable => "variable",
        FSharpGlyph.Tags.EnumMember => "enum member",
        FSharpGlyph.Tags.Class or FSharpGlyph.Tags.Type or FSharpGlyph.Tags.Typedef or FSharpGlyph.Tags.Union or FSharpGlyph.Tags.Exception => "class",
        FSharpGlyph.Tags.Struct => "struct",
        FSharpGlyph.Tags.Interface => "interface",
        FSharpGlyph.Tags.Enum => "enum",
        FSharpGlyph.Tags.Delegate => "delegate",
        FSharpGlyph.Tags.NameSpace or FSharpGlyph.Tags.Module => "namespace",
        _ => "text",
    };
}
