using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FetchLab.Notebooks;

/// <summary>Tells whether a cell is whole by what its parser misses.</summary>
internal static class CompletenessCheck
{
    // What more text could not bring: an error before these stays an error.
    private static readonly HashSet<string> _openEnds =
    [
        "CS1035", // The end of a comment is missing.
        "CS1039", // The end of a verbatim text is missing.
        "CS8997", // The end of a raw text is missing.
        "CS1027", // #endif is missing.
        "CS1038", // #endregion is missing.
    ];

    public static Completeness Of(TypedCode typed)
    {
        if (string.IsNullOrWhiteSpace(typed.Code)) return Completeness.Complete;
        var tree = CSharpSyntaxTree.ParseText(typed.Code, SubmissionChain.Parsing);
        var errors = tree.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        if (errors.Count == 0) return SyntaxFactory.IsCompleteSubmission(tree) ? Completeness.Complete : Completeness.Incomplete;

        // Past the last thing that is written, more can still come. Before it, nothing can come any more.
        var end = typed.Code.TrimEnd().Length;
        if (errors.Any(error => _openEnds.Contains(error.Id))) return Completeness.Incomplete;
        if (errors.Any(error => error.Location.SourceSpan.Start < LastLineEnd(tree, end))) return Completeness.Invalid;
        return SyntaxFactory.IsCompleteSubmission(tree) ? Completeness.Invalid : Completeness.Incomplete;
    }

    // The parser reports what is missing at the end of the last token.
    private static int LastLineEnd(SyntaxTree tree, int end) =>
        tree.GetRoot().GetLastToken(includeZeroWidth: false) is { RawKind: not 0 } token ? token.Span.End : end;
}
