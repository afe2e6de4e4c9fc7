using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FetchLab.Notebooks;

/// <summary>Tells whether a cell is whole by what its parser misses.</summary>
internal static class CompletenessCheck
{
    // Something is open to the end of the cell.
    private static readonly HashSet<string> _openEnds =
    [
        "CS1027", // #endif is missing.
        "CS1035", // The end of a comment is missing.
        "CS1038", // #endregion is missing.
        "CS1039", // The end of a verbatim text is missing.
        "CS8076", // The end of a value in an interpolated text is missing.
        "CS8997", // The end of a raw text is missing.
    ];

    public static Completeness Of(TypedCode typed)
    {
        if (string.IsNullOrWhiteSpace(typed.Code)) return Completeness.Complete;
        var tree = CSharpSyntaxTree.ParseText(typed.Code, SubmissionChain.Parsing);
        var errors = tree.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        if (errors.Count == 0) return SyntaxFactory.IsCompleteSubmission(tree) ? Completeness.Complete : Completeness.Incomplete;

        // What is wrong before the end of what is written stays wrong, whatever follows.
        var open = errors.Where(error => _openEnds.Contains(error.Id)).Select(Start).ToList();
        var last = tree.GetRoot().GetLastToken(includeSkipped: true).Span.End;
        var firm = errors.Where(error => !IsAwaited(error, last)).Select(Start);
        if (firm.Any(start => start < open.Append(last).Min())) return Completeness.Invalid;
        return open.Count > 0 || !SyntaxFactory.IsCompleteSubmission(tree) ? Completeness.Incomplete : Completeness.Invalid;
    }

    private static int Start(Diagnostic error) => error.Location.SourceSpan.Start;

    // A try without its catch is reported on its last brace, where everything else that is missing is reported behind the last token.
    private static bool IsAwaited(Diagnostic error, int last) => error.Id == "CS1524" && error.Location.SourceSpan.End == last;
}
