using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FetchLab.Notebooks;

/// <summary>Splits a cell into code and directives.</summary>
/// <remarks>
/// <c>#load</c> stays in the code: the compiler knows it. <c>#r</c> may stand anywhere in a cell, as notebooks write it,
/// and counts before all of the cell's code; the directives with <c>#!</c> take effect where they stand.
/// </remarks>
internal static partial class CellSplitter
{
    public static IReadOnlyList<CellPart> Split(string source)
    {
        var lines = source.ReplaceLineEndings("\n").Split('\n');
        var directives = Directives(source, lines);
        if (directives.Count == 0) return [new CodePart(source)];

        var parts = new List<CellPart>(directives.Values.Where(directive => directive.Name == "#r"));
        var code = new string[lines.Length];
        Array.Fill(code, "");
        for (var line = 0; line < lines.Length; line++)
        {
            if (!directives.TryGetValue(line, out var directive))
            {
                code[line] = lines[line];
            }
            else if (directive.Name != "#r")
            {
                Flush(line);
                parts.Add(directive);
            }
        }

        Flush(lines.Length);
        return parts;

        void Flush(int end)
        {
            if (code.Take(end).Any(line => !string.IsNullOrWhiteSpace(line))) parts.Add(new CodePart(string.Join('\n', code.Take(end))));
            Array.Fill(code, "");
        }
    }

    private static Dictionary<int, DirectivePart> Directives(string source, string[] lines)
    {
        var found = lines
            .Select((text, line) => (Match: DirectiveLine().Match(text), Line: line))
            .Where(entry => entry.Match.Success)
            .ToDictionary(
                entry => entry.Line,
                entry => new DirectivePart(entry.Match.Groups[1].Value, Unquote(entry.Match.Groups[2].Value), entry.Line + 1));
        if (found.Count == 0) return found;

        // What looks like a directive inside a text or a comment of several lines is none.
        var inside = LinesInside(source);
        foreach (var line in found.Keys.Where(inside.Contains).ToList()) found.Remove(line);
        return found;
    }

    private static HashSet<int> LinesInside(string source)
    {
        // Shebang lines would end the parse; the same number of characters keeps every position.
        var readable = DirectiveSign().Replace(source.ReplaceLineEndings("\n"), match => match.Groups[1].Value + "//");
        var tree = CSharpSyntaxTree.ParseText(readable, new CSharpParseOptions(LanguageVersion.CSharp14, kind: SourceCodeKind.Script));
        var root = tree.GetRoot();
        var comments = root.DescendantTrivia().Where(trivia => trivia.IsKind(SyntaxKind.MultiLineCommentTrivia));
        return
        [
            .. root.DescendantTokens().Select(token => token.Span).Concat(comments.Select(comment => comment.Span))
                .Select(span => tree.GetLineSpan(span))
                .SelectMany(span => Enumerable.Range(span.StartLinePosition.Line + 1, span.EndLinePosition.Line - span.StartLinePosition.Line)),
        ];
    }

    private static string Unquote(string text) =>
        text.Trim() is ['"', .. var inner, '"'] ? inner : text.Trim();

    [GeneratedRegex(@"^\s*(#!\w[\w-]*|#r(?=\s*"")|#i(?=\s*""))\s*(.*)$")]
    private static partial Regex DirectiveLine();

    [GeneratedRegex(@"^(\s*)(#!)", RegexOptions.Multiline)]
    private static partial Regex DirectiveSign();
}
