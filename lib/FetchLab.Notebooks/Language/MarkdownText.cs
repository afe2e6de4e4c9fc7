using System.Text.RegularExpressions;

namespace FetchLab.Notebooks;

/// <summary>Plain words inside Markdown.</summary>
internal static partial class MarkdownText
{
    /// <summary>Keeps signs such as those of <c>Dictionary&lt;int, string&gt;</c> from being read as markup.</summary>
    public static string Escape(string text) => Signs().Replace(text, @"\$0");

    [GeneratedRegex(@"[\\`*_<>\[\]]")]
    private static partial Regex Signs();
}
