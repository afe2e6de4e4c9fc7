using System.Text.RegularExpressions;

namespace FetchLab.Notebooks;

/// <summary>A text in SQL: its statements and what it names, texts in quotes and comments left out.</summary>
internal sealed partial class SqlText
{
    public SqlText(string code)
    {
        var start = 0;
        foreach (Match found in Token().Matches(code))
        {
            if (found.Groups["word"] is { Success: true, Value: var word }) Words.Add(word);
            else if (found.Groups["parameter"] is { Success: true, Value: var parameter }) Parameters.Add(parameter);
            if (!found.Groups["end"].Success) continue;
            Add(found.Index);
            start = found.Index + 1;
        }

        Add(code.Length);

        void Add(int end)
        {
            // Comments alone are no statement.
            if (!string.IsNullOrWhiteSpace(Comment().Replace(code[start..end], ""))) Statements.Add(new string('\n', code.AsSpan(0, start).Count('\n')) + code[start..end]);
        }
    }

    /// <summary>The statements, each after as many empty lines as stand before it.</summary>
    public List<string> Statements { get; } = [];

    /// <summary>The words, keywords among them, in whatever case.</summary>
    public HashSet<string> Words { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Those that stand behind a dollar sign, for a value.</summary>
    public HashSet<string> Parameters { get; } = new(StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(
        """
        --[^\n]*|/\*.*?\*/
        |'(?:[^']|'')*'|\$(?<tag>\w*)\$.*?\$\k<tag>\$
        |"(?<word>(?:[^"]|"")+)"
        |\$(?<parameter>[\p{L}_][\p{L}\p{Nd}_]*)
        |(?<word>[\p{L}_][\p{L}\p{Nd}_]*)
        |(?<end>;)
        """,
        RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Token();

    [GeneratedRegex(@"--[^\n]*|/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();
}
