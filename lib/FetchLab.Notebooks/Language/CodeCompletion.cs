using Microsoft.CodeAnalysis;
using Compiler = Microsoft.CodeAnalysis.Completion;

namespace FetchLab.Notebooks;

/// <summary>Completes C#.</summary>
internal static class CodeCompletion
{
    /// <summary>More than anybody reads through; a longer list only costs its way to the front end.</summary>
    public const int MostItems = 200;

    public static async Task<Completion> CompleteAsync(SessionWorkspace workspace, TypedCode typed, CancellationToken cancellationToken)
    {
        var (start, end) = typed.Word();
        if (typed.IsForeign) return new(start, end, []);
        var document = workspace.Open(typed.Code);
        var root = (await document.GetSyntaxRootAsync(cancellationToken))!;
        if (TextOrComment.Holds(root, typed.Position) || typed.Word() is var word && word.Start < typed.Position && char.IsDigit(typed.Text[word.Start]))
            return new(start, end, []);

        var service = Compiler.CompletionService.GetService(document)!;
        var found = await service.GetCompletionsAsync(document, typed.Position, cancellationToken: cancellationToken);
        var pattern = typed.Text[start..typed.Position];
        var isMember = start > 0 && typed.Text[start - 1] == '.';
        var items = found.ItemsList
            .Where(item => !IsOverride(item))
            .Select(item => (Item: item, Text: TextOf(item), Kind: ItemKind.Of(item, isMember)))
            .Select(entry => (entry.Text, entry.Kind, Match: NameMatch.Of(entry.Text, pattern), entry.Item))
            .Where(entry => entry.Match is not NameMatch.None)
            .OrderBy(entry => entry.Match)
            .ThenByDescending(entry => entry.Item.Rules.MatchPriority)
            .ThenBy(entry => isMember ? ItemKind.MemberRank(entry.Item) : ItemKind.Rank(entry.Kind))
            .ThenBy(entry => entry.Text, StringComparer.OrdinalIgnoreCase)
            .ThenBy(entry => entry.Text, StringComparer.Ordinal)
            .DistinctBy(entry => entry.Text)
            .Take(MostItems)
            .Select(entry => new CompletionItem(entry.Text, entry.Kind));
        return new(start, end, [.. items]);
    }

    // What would be written: 'List' for what is shown as 'List<>', but 'count:' with its colon.
    private static string TextOf(Compiler.CompletionItem item) =>
        (item.Properties.GetValueOrDefault("InsertionText") ?? item.DisplayText) + (item.DisplayTextSuffix == ":" ? ":" : "");

    // It would write a whole member, which a text in a list cannot.
    private static bool IsOverride(Compiler.CompletionItem item) => item.DisplayText.Contains('(', StringComparison.Ordinal);
}
