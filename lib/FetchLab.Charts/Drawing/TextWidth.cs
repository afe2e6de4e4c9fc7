namespace FetchLab.Charts;

/// <summary>
/// How wide a text will be, without asking a font. Margins are set from it, so that the still and the live chart put
/// their axes in the same place.
/// </summary>
internal static class TextWidth
{
    /// <summary>The width in pixels of a text that is set in letters of <paramref name="size"/> pixels; a little too wide.</summary>
    public static double Of(string text, double size = 12) => size * text.Sum(Ems);

    /// <summary>The text, or its beginning and an ellipsis where it is longer than <paramref name="letters"/>.</summary>
    public static string Cut(string text, int letters) => text.Length <= letters ? text : text[..(letters - 1)].TrimEnd() + "…";

    private static double Ems(char letter) => letter switch
    {
        'i' or 'j' or 'l' or 'f' or 't' or 'r' or ' ' or '.' or ',' or ':' or ';' or '|' or '\'' or '!' => 0.34,
        'm' or 'w' or 'M' or 'W' or '@' => 0.9,
        >= 'A' and <= 'Z' => 0.7,
        > '\u2E80' => 1.05,
        _ => 0.58,
    };
}
