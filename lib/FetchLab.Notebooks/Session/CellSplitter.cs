using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FetchLab.Notebooks;

/// <summary>Splits a cell into code and directives.</summary>
/// <remarks>
/// <c>#load</c> stays in the code: the compiler knows it. <c>#r</c> may stand anywhere in a cell, as notebooks write it,
/// and counts before all of the code around it; the directives with <c>#!</c> take effect where they stand.
/// </remarks>
internal static partial class CellSplitter
{
    /// <param name="source">The cell's source.</param>
    /// <param name="language">The language that it begins in.</param>
    public static IReadOnlyList<CellPart> Split(string source, string language = Languages.CSharp)
    {
        var lines = source.ReplaceLineEndings("\n").Split('\n');
        var parts = new List<CellPart>();
        for (var start = 0; start < lines.Length;)
        {
            var end = language == Languages.CSharp ? AddCode(parts, lines, start, source) : AddText(parts, lines, start, language);
            if (end == lines.Length) break;
            // A language that the engine does not have is left to its directive, which says so.
            (language, start) = Switch(lines[end]) is { } next ? (next, end + 1) : (Languages.CSharp, end);
        }

        return parts;
    }

    // Text ends at the next switch, and nothing else in it is a directive.
    private static int AddText(List<CellPart> parts, string[] lines, int start, string language)
    {
        var end = Array.FindIndex(lines, start, line => Switch(line) is not null || IsMissing(line));
        if (end < 0) end = lines.Length;
        var text = string.Join('\n', lines[start..end]).Trim('\n');
        if (!string.IsNullOrWhiteSpace(text)) parts.Add(new TextPart(language, text));
        return end;
    }

    private static int AddCode(List<CellPart> parts, string[] lines, int start, string original)
    {
        // The lines before stay, empty, for the sake of the numbers of those that follow.
        var source = new string('\n', start) + string.Join('\n', lines[start..]);
        var directives = Directives(source, source.Split('\n'));
        var end = directives.Keys.Where(line => Switch(lines[line]) is not (null or Languages.CSharp)).DefaultIfEmpty(lines.Length).Min();
        foreach (var line in directives.Keys.Where(line => line >= end).ToList()) directives.Remove(line);

        if (directives.Count == 0 && start == 0 && end == lines.Length)
        {
            if (!string.IsNullOrWhiteSpace(original)) parts.Add(new CodePart(original));
            return end;
        }

        var stretch = new string[end];
        Array.Fill(stretch, "", 0, start);
        Array.Copy(lines, start, stretch, start, end - start);
        parts.AddRange(CodeParts(stretch, directives));
        return end;
    }

    private static string? Switch(string line) =>
        DirectiveLine().Match(line) is { Success: true } match ? Languages.OfSwitch(match.Groups[1].Value) : null;

    private static bool IsMissing(string line) =>
        DirectiveLine().Match(line) is { Success: true } match && MissingDirective.Languages.Contains(match.Groups[1].Value);

    private static List<CellPart> CodeParts(string[] lines, Dictionary<int, DirectivePart> directives)
    {
        var parts = new List<CellPart>(References([.. directives.Values.Where(directive => directive.Name is "#r" or "#i").OrderBy(directive => directive.Name)]));
        var code = new string[lines.Length];
        Array.Fill(code, "");
        for (var line = 0; line < lines.Length; line++)
        {
            if (!directives.TryGetValue(line, out var directive))
            {
                code[line] = lines[line];
            }
            else if (directive.Name is not ("#r" or "#i"))
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

    // Packages are looked for together: that takes as long as for one, and versions that fit one another are found.
    private static IEnumerable<DirectivePart> References(List<DirectivePart> references)
    {
        var packages = references.Where(IsPackage).ToList();
        if (packages.Count < 2) return references;
        var together = packages[0] with { Argument = string.Join('\n', packages.Select(package => package.Argument)) };
        return references.Where(reference => !IsPackage(reference) || reference == packages[0]).Select(reference => reference == packages[0] ? together : reference);
    }

    private static bool IsPackage(DirectivePart directive) =>
        directive.Name == "#r" && directive.Argument.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase);

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

    // A comment may follow what stands in quotes.
    private static string Unquote(string text) =>
        Quoted().Match(text) is { Success: true } match ? match.Groups[1].Value : text.Trim();

    [GeneratedRegex(@"^\s*""([^""]*)""\s*(//.*)?$")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^\s*(#!\w[\w#-]*|#r(?=\s*"")|#i(?=\s*""))\s*(.*)$")]
    private static partial Regex DirectiveLine();

    [GeneratedRegex(@"^(\s*)(#!)", RegexOptions.Multiline)]
    private static partial Regex DirectiveSign();
}
