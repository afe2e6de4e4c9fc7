using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FetchLab.Notebooks;

/// <summary>Splits a cell into stretches of code and directives.</summary>
/// <remarks>
/// <c>#load</c> stays in the code: the compiler knows it. <c>#r</c> may stand anywhere in a stretch of C#, as notebooks write
/// it, and counts before all of the code around it; the directives with <c>#!</c> take effect where they stand.
/// </remarks>
internal sealed partial class CellSplitter
{
    private readonly string[] _lines;
    private readonly string _source;
    private readonly Func<string, string?> _find;
    private readonly List<CellPart> _parts = [];

    private CellSplitter(string source, Func<string, string?> find) =>
        (_source, _find, _lines) = (source, find, source.ReplaceLineEndings("\n").Split('\n'));

    /// <param name="source">The cell's source.</param>
    /// <param name="language">The language that it begins in: its own name.</param>
    /// <param name="find">A language's own name by any of its names; null where it is none.</param>
    public static IReadOnlyList<CellPart> Split(string source, string language, Func<string, string?> find)
    {
        var splitter = new CellSplitter(source, find);
        splitter.Split(language);
        return splitter._parts;
    }

    private void Split(string language)
    {
        // A value may have nothing below its line: it can be read from a file.
        for (int start = 0, end; start < _lines.Length || language == ValueLanguage.OwnName; language = Begin(end, out start))
        {
            var asked = _parts.Count;
            end = language switch
            {
                Languages.CSharp => AddCode(start),
                ValueLanguage.OwnName => AddValue(start),
                _ => AddForeign(start, language),
            };
            if (start > 0 && Keep(start - 1, language) is { } keep && _parts.Count > asked) _parts.Add(keep);
            if (end == _lines.Length) break;
        }
    }

    // A language that the engine does not have is left to its directive, which says so.
    private string Begin(int line, out int start)
    {
        var language = Switch(_lines[line]);
        start = language is null ? line : line + 1;
        return language ?? Languages.CSharp;
    }

    // Up to the next switch. Prose has no directives in it.
    private int AddForeign(int start, string language)
    {
        var end = NextSwitch(start);
        for (var line = start; line < end; line++)
        {
            if (Languages.IsOfPages(language) && !Languages.IsScript(language)) break;
            if (DirectiveLine().Match(_lines[line]) is not { Success: true } match || !KnownDirectives.Anywhere.Contains(match.Groups[1].Value)) continue;
            AddText(start, line, language);
            _parts.Add(Directive(match, line, language));
            start = line + 1;
        }

        AddText(start, end, language);
        return end;
    }

    // A text, whatever stands in it.
    private int AddValue(int start)
    {
        var end = NextSwitch(start);
        var text = string.Join('\n', _lines[start..end]);
        if (start > 0) _parts.Add(new ValuePart(Directive(DirectiveLine().Match(_lines[start - 1]), start - 1, ValueLanguage.OwnName), text));
        // By the cell's metadata alone, it has no name; mostly its first line has one.
        else if (!string.IsNullOrWhiteSpace(text)) _parts.Add(new ValuePart(new("#!value", "", 1, ValueLanguage.OwnName), text));
        return end;
    }

    private int NextSwitch(int start) =>
        Array.FindIndex(_lines, start, line => Switch(line) is not null || IsMissing(line)) is >= 0 and var end ? end : _lines.Length;

    private void AddText(int start, int end, string language)
    {
        var text = string.Join('\n', _lines[start..end]);
        if (string.IsNullOrWhiteSpace(text)) return;
        _parts.Add(Languages.IsOfPages(language) ? new TextPart(language, text.Trim('\n')) : new LanguagePart(language, new string('\n', start) + text));
    }

    private int AddCode(int start)
    {
        // The lines before stay, empty, for the sake of the numbers of those that follow.
        var source = new string('\n', start) + string.Join('\n', _lines[start..]);
        var directives = Directives(source, source.Split('\n'));
        var end = directives.Keys.Where(line => Switch(_lines[line]) is not (null or Languages.CSharp)).DefaultIfEmpty(_lines.Length).Min();
        foreach (var line in directives.Keys.Where(line => line >= end).ToList()) directives.Remove(line);

        if (directives.Count == 0 && start == 0 && end == _lines.Length)
        {
            if (!string.IsNullOrWhiteSpace(_source)) _parts.Add(new CodePart(_source));
            return end;
        }

        var stretch = new string[end];
        Array.Fill(stretch, "", 0, start);
        Array.Copy(_lines, start, stretch, start, end - start);
        _parts.AddRange(CodeParts(stretch, directives));
        return end;
    }

    // A language's name after the sign; a directive's name is no language's.
    private string? Switch(string line) =>
        DirectiveLine().Match(line) is { Success: true } match && match.Groups[1].Value is ['#', '!', .. var name] ? _find(name) : null;

    // What the line of a stretch's switch asks for.
    private KeepPart? Keep(int line, string language)
    {
        if (language is Languages.CSharp or ValueLanguage.OwnName || Languages.IsOfPages(language) || Switch(_lines[line]) != language) return null;
        var directive = Directive(DirectiveLine().Match(_lines[line]), line, language);
        return new DirectiveOptions(directive.Argument)["name"] is { } name ? new(directive, name) : null;
    }

    private static DirectivePart Directive(Match match, int line, string language) =>
        new(match.Groups[1].Value, Unquote(match.Groups[2].Value), line + 1, language);

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
            .ToDictionary(entry => entry.Line, entry => Directive(entry.Match, entry.Line, Languages.CSharp));
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

    [GeneratedRegex(@"^\s*(#!\w[\w#.-]*|#r(?=\s*"")|#i(?=\s*""))\s*(.*)$")]
    private static partial Regex DirectiveLine();

    [GeneratedRegex(@"^(\s*)(#!)", RegexOptions.Multiline)]
    private static partial Regex DirectiveSign();
}
