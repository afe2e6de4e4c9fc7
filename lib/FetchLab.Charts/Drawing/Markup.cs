using System.Text;

namespace FetchLab.Charts;

/// <summary>Other people's text, made safe for a place where it could be read as markup.</summary>
internal static class Markup
{
    /// <summary>For HTML and XML, in text and in attributes. Characters that XML cannot hold become the replacement sign.</summary>
    public static string Escape(string text)
    {
        var safe = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '<' => safe.Append("&lt;"),
                '>' => safe.Append("&gt;"),
                '&' => safe.Append("&amp;"),
                '"' => safe.Append("&quot;"),
                '\'' => safe.Append("&#39;"),
                '\t' or '\n' or '\r' => safe.Append(' '),
                < 0x20 or 0xFFFE or 0xFFFF => safe.Append('\uFFFD'),
                _ => safe.Append(rune),
            };
        }

        return safe.ToString();
    }

    /// <summary>
    /// For Plotly's texts, which know a few tags, and for its hover templates, which fill in <c>%{…}</c>. Going through runes
    /// replaces halves of characters, which JSON cannot hold.
    /// </summary>
    public static string EscapeForPlotly(string text) =>
        string.Concat(text.EnumerateRunes()).Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace("%{", "%&#123;", StringComparison.Ordinal);

    /// <summary>For JSON that stands inside a script element, which any <c>&lt;/script&gt;</c> in it would end.</summary>
    public static string EscapeForScript(string json) => json.Replace("<", "\\u003c", StringComparison.Ordinal);
}
