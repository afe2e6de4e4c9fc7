using System.Globalization;
using System.Text.RegularExpressions;

namespace FetchLab.Notebooks;

/// <summary>What the database says of a statement that fails, cut to what its writer needs: the sentence, and the line.</summary>
internal static partial class SqlError
{
    /// <param name="error">What the database has thrown.</param>
    /// <param name="code">The code, whose lines are the cell's.</param>
    /// <param name="cell">What to call the cell.</param>
    public static LanguageErrorException Of(Exception error, string code, string cell)
    {
        var said = error.Message.ReplaceLineEndings("\n");
        var place = Place().Match(said);
        // What follows a blank line is advice on extensions, or the line itself.
        var sentence = (place.Success ? said[..place.Index] : said).Split("\n\n")[0].Trim().Replace('\n', ' ');
        var (name, message) = Kind().Match(sentence) is { Success: true } kind
            ? (kind.Groups[1].Value.Replace(" ", "", StringComparison.Ordinal), kind.Groups[2].Value)
            : ("SqlError", sentence);
        var line = place.Success ? int.Parse(place.Groups[1].Value, CultureInfo.InvariantCulture) : Find(sentence, code);
        return new(name, message, line is null ? [$"{name}: {message}"] : [$"{name}: {message}", string.Create(CultureInfo.InvariantCulture, $"   at {cell}:line {line}")]);
    }

    // Of a table that a later statement names, the database does not tell the line.
    private static int? Find(string sentence, string code)
    {
        if (Named().Match(sentence) is not { Success: true } match) return null;
        var line = Array.FindIndex(code.ReplaceLineEndings("\n").Split('\n'), text => new SqlText(text).Words.Contains(match.Groups[1].Value));
        return line < 0 ? null : line + 1;
    }

    [GeneratedRegex(@"^LINE (\d+):", RegexOptions.Multiline)]
    private static partial Regex Place();

    [GeneratedRegex(@"^([A-Z][\w ]* Error): (.*)$")]
    private static partial Regex Kind();

    [GeneratedRegex("""with name "?(\w+)""")]
    private static partial Regex Named();
}
