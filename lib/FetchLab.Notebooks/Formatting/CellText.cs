using System.Collections;
using System.Globalization;

namespace FetchLab.Notebooks;

/// <summary>A value as the text of one table cell: short, on one line, the same in every culture.</summary>
internal static class CellText
{
    private const int Longest = 80;

    public static string Of(object? value) => value switch
    {
        null => "",
        double number => number.ToString("0.######", CultureInfo.InvariantCulture),
        float number => number.ToString("0.######", CultureInfo.InvariantCulture),
        TimeSpan time => Of(time),
        string text => Cut(text),
        IFormattable formattable => Cut(formattable.ToString(null, CultureInfo.InvariantCulture)),
        ICollection collection => string.Create(CultureInfo.InvariantCulture, $"({collection.Count} items)"),
        _ => Cut(value.ToString() ?? ""),
    };

    // 00:00:00.0523000 says less than 52.3 ms.
    private static string Of(TimeSpan time) => time.Duration() switch
    {
        { TotalSeconds: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0.###} ms"),
        { TotalMinutes: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###} s"),
        _ => time.ToString("c", CultureInfo.InvariantCulture),
    };

    private static string Cut(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= Longest ? line : string.Concat(line.AsSpan(0, Longest - 1), "…");
    }
}
