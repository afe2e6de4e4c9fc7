using System.Net;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FetchLab.Notebooks;

/// <summary>C# as HTML, with the compiler's own idea of what is a keyword, a text, a number or a comment.</summary>
internal static class CodeHtml
{
    private static readonly CSharpParseOptions _parsing = new(LanguageVersion.CSharp14, kind: SourceCodeKind.Script);

    public static string Render(string source)
    {
        var html = new StringBuilder();
        foreach (var token in CSharpSyntaxTree.ParseText(source, _parsing).GetRoot().DescendantTokens())
        {
            foreach (var trivia in token.LeadingTrivia) Append(html, trivia.ToFullString(), Class(trivia));
            Append(html, token.Text, Class(token));
            foreach (var trivia in token.TrailingTrivia) Append(html, trivia.ToFullString(), Class(trivia));
        }

        return html.ToString().Trim('\n');
    }

    private static string? Class(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.InterpolatedStringTextToken
            or SyntaxKind.InterpolatedStringStartToken or SyntaxKind.InterpolatedStringEndToken or SyntaxKind.Utf8StringLiteralToken
            or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
            or SyntaxKind.InterpolatedVerbatimStringStartToken => "s",
        SyntaxKind.NumericLiteralToken => "n",
        var kind when SyntaxFacts.IsKeywordKind(kind) || token.Text == "var" => "k",
        _ => null,
    };

    private static string? Class(SyntaxTrivia trivia) => trivia.Kind() switch
    {
        SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
            or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia => "c",
        _ when trivia.IsDirective => "d",
        _ => null,
    };

    private static void Append(StringBuilder html, string text, string? kind)
    {
        if (text.Length == 0) return;
        var encoded = WebUtility.HtmlEncode(text);
        if (kind is null) html.Append(encoded);
        else html.Append("<span class=\"").Append(kind).Append("\">").Append(encoded).Append("</span>");
    }
}
