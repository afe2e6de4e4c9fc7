using System.Globalization;
using System.Text;
using Microsoft.Data.Analysis;

namespace FetchLab.Charts;

/// <summary>A DataFrame as a table, for notebook engines that do not know DataFrames.</summary>
public static class FrameTable
{
    private const int MostRows = 25;

    private const string Right = " style=\"text-align:right\"";
    private const string Left = " style=\"text-align:left\"";

    /// <summary>
    /// An HTML table of the first 25 rows, in the colours of the page. Numbers stand at the right, with at most four
    /// decimals; a missing value is an empty cell.
    /// </summary>
    public static string Html(DataFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        var html = new StringBuilder("<table class=\"fetchlab-frame\" style=\"border-collapse:collapse;font-variant-numeric:tabular-nums\"><thead><tr>");
        foreach (var column in frame.Columns)
        {
            html.Append(CultureInfo.InvariantCulture, $"<th{Align(column)}>{Markup.Escape(column.Name)}</th>");
        }

        html.Append("</tr></thead><tbody>");
        for (var row = 0; row < Shown(frame); row++)
        {
            html.Append("<tr>");
            foreach (var column in frame.Columns)
            {
                html.Append(CultureInfo.InvariantCulture, $"<td{Align(column)}>{Markup.Escape(Cell(column[row]))}</td>");
            }

            html.Append("</tr>");
        }

        html.Append("</tbody></table>");
        return More(frame) is { } more ? html.Append(CultureInfo.InvariantCulture, $"<p>{more}</p>").ToString() : html.ToString();
    }

    /// <summary>The same as text, in columns that are filled up with spaces.</summary>
    public static string Text(DataFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        var columns = frame.Columns.Select(Padded).ToArray();
        var lines = Enumerable.Range(0, Shown(frame) + 1).Select(line => string.Join("  ", columns.Select(column => column[line])).TrimEnd());
        return string.Join('\n', More(frame) is { } more ? lines.Append(more) : lines);
    }

    private static string[] Padded(DataFrameColumn column)
    {
        var cells = Enumerable.Range(0, (int)Math.Min(column.Length, MostRows)).Select(row => Cell(column[row])).Prepend(column.Name).ToArray();
        var width = cells.Max(cell => cell.Length);
        return [.. cells.Select(cell => column.IsNumericColumn() ? cell.PadLeft(width) : cell.PadRight(width))];
    }

    private static int Shown(DataFrame frame) => (int)Math.Min(frame.Rows.Count, MostRows);

    private static string? More(DataFrame frame) =>
        frame.Rows.Count > MostRows ? $"… {Num.Whole(frame.Rows.Count - MostRows)} more rows" : null;

    private static string Align(DataFrameColumn column) => column.IsNumericColumn() ? Right : Left;

    private static string Cell(object? value) => value switch
    {
        null => "",
        double number => Num.Short(number, 4),
        float number => Num.Short(number, 4),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
