using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FetchLab.Notebooks;

/// <summary>Finds out whether a position is inside a text or a comment, where no name can stand.</summary>
internal static class TextOrComment
{
    public static bool Holds(SyntaxNode root, int position)
    {
        if (position == 0) return false;
        var trivia = root.FindTrivia(position - 1, findInsideTrivia: true);
        if (IsComment(trivia) && (position < trivia.FullSpan.End || !IsClosed(trivia))) return true;
        var token = root.FindToken(position - 1);
        return IsText(token) && token.SpanStart < position && (position < token.Span.End || !IsClosed(token));
    }

    private static bool IsComment(SyntaxTrivia trivia) => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia
        or SyntaxKind.MultiLineCommentTrivia or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia;

    // Only one of several lines ends with a sign.
    private static bool IsClosed(SyntaxTrivia trivia) =>
        trivia.IsKind(SyntaxKind.MultiLineCommentTrivia) && !trivia.ContainsDiagnostics;

    private static bool IsText(SyntaxToken token) => token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken
        or SyntaxKind.InterpolatedStringTextToken or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
        or SyntaxKind.Utf8StringLiteralToken or SyntaxKind.Utf8SingleLineRawStringLiteralToken
        or SyntaxKind.Utf8MultiLineRawStringLiteralToken or SyntaxKind.InterpolatedStringStartToken or SyntaxKind.InterpolatedVerbatimStringStartToken
        or SyntaxKind.InterpolatedSingleLineRawStringStartToken or SyntaxKind.InterpolatedMultiLineRawStringStartToken
        or SyntaxKind.XmlTextLiteralToken;

    // What an opening sign of an interpolated text is followed by is text as well.
    private static bool IsClosed(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.InterpolatedStringTextToken or SyntaxKind.XmlTextLiteralToken => false,
        SyntaxKind.InterpolatedStringStartToken or SyntaxKind.InterpolatedVerbatimStringStartToken => false,
        SyntaxKind.InterpolatedSingleLineRawStringStartToken or SyntaxKind.InterpolatedMultiLineRawStringStartToken => false,
        _ => !token.ContainsDiagnostics,
    };
}
