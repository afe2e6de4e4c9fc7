using System.Text.RegularExpressions;

namespace FetchLab.Jupyter;

/// <summary>Text of a terminal without its colours: no page of ours shows them.</summary>
internal static partial class AnsiText
{
    public static string Plain(string text) => text.Contains('\e', StringComparison.Ordinal) ? Escapes().Replace(text, "") : text;

    // ECMA-48: a control sequence (parameters, intermediates, a final), an operating system's command, or two characters.
    [GeneratedRegex(@"\e(?:\[[0-?]*[ -/]*[@-~]|\][^\a\e]*(?:\a|\e\\)|[@-Z\\^_])")]
    private static partial Regex Escapes();
}
