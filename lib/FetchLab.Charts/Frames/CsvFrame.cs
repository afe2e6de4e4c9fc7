using System.Globalization;
using Microsoft.Data.Analysis;

namespace FetchLab.Charts;

/// <summary>
/// A DataFrame as comma-separated values (RFC 4180). The frame's own writer tells 0.2219 as 0.22189999999999999; this one
/// writes the shortest text that reads back as the same number.
/// </summary>
internal static class CsvFrame
{
    public static void Write(DataFrame frame, TextWriter to)
    {
        Line(frame.Columns.Select(column => column.Name));
        for (var row = 0; row < frame.Rows.Count; row++)
        {
            Line(frame.Columns.Select(column => Convert.ToString(column[row], CultureInfo.InvariantCulture) ?? ""));
        }

        void Line(IEnumerable<string> cells) => to.Write(string.Join(',', cells.Select(Cell)) + "\n");
    }

    private static string Cell(string text) => text.AsSpan().ContainsAny(",\"\r\n")
        ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : text;
}
