using System.Text.RegularExpressions;

namespace FetchLab.Notebooks;

/// <summary>Reads notebooks that are stored as text: a line such as <c>#!csharp</c> begins a cell of that language.</summary>
internal static partial class DibFile
{
    /// <summary>The cells in order. The block of metadata is none of them.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="languages">Those of the session that reads it.</param>
    public static IEnumerable<(string? Language, string Source)> Cells(string text, SessionLanguages languages)
    {
        var find = languages.FindIn(text);
        string? language = null;
        var lines = new List<string>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Append("#!meta"))
        {
            if (Begin(line, find) is not { } next)
            {
                lines.Add(line);
                continue;
            }

            var source = string.Join('\n', lines).Trim('\n');
            if (source.Length > 0 && language != "meta") yield return (language, source);
            (language, lines) = (next, []);
        }
    }

    private static string? Begin(string line, Func<string, string?> find)
    {
        if (Marker().Match(line) is not { Success: true } match) return null;
        var name = match.Groups[1].Value;
        return name == "meta" || find(name) is not null || MissingDirective.Languages.Contains("#!" + name) ? name : null;
    }

    [GeneratedRegex(@"^#!([\w#.-]+)\s*$")]
    private static partial Regex Marker();
}
