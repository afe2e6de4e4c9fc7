using System.Globalization;
using System.Text;
using Microsoft.Data.Analysis;

namespace FetchLab.Charts;

/// <summary>A DataFrame as a table, for notebook engines that do not know DataFrames.</summary>
public static class FrameTable
{
    private const int MostRows = 25;

    /// <summary>
    /// An HTML table of the first 25 rows, in the colours of the page. Numbers stand at the right, with at most four
    /// decimals and the same number of them in the whole column; a missing value is an empty cell. A column without any
    /// value takes no room: the line below the table names it.
    /// </summary>
    public static string Html(DataFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        var filled = FrameColumns.WithValues(frame);
        var columns = filled.Select(column => (Cells: FrameCells.Of(column, MostRows), Style: Style(column))).ToArray();
        var html = new StringBuilder("<div class=\"fetchlab-frame\" style=\"overflow-x:auto\">");
        html.Append("<table style=\"border-collapse:collapse;font-size:.9em;white-space:nowrap;font-variant-numeric:tabular-nums\"><thead>");
        Row("th", filled.Select(column => column.Name));
        html.Append("</thead><tbody>");
        for (var row = 0; row < Shown(frame); row++)
        {
            Row("td", columns.Select(column => column.Cells[row]));
        }

        html.Append("</tbody></table>");
        foreach (var note in Notes(frame))
        {
            html.Append(CultureInfo.InvariantCulture, $"<p>{Markup.Escape(note)}</p>");
        }

        return html.Append("</div>").ToString();

        void Row(string tag, IEnumerable<string> cells)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr style=\"border-bottom:1px solid {Palette.Grid}\">");
            foreach (var (cell, column) in cells.Zip(columns))
            {
                html.Append(CultureInfo.InvariantCulture, $"<{tag} style=\"{column.Style}\">{Markup.Escape(cell)}</{tag}>");
            }

            html.Append("</tr>");
        }
    }

    /// <summary>The same as text, in columns that are filled up with spaces.</summary>
    public static string Text(DataFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        var columns = FrameColumns.WithValues(frame).Select(Padded).ToArray();
        var lines = Enumerable.Range(0, Shown(frame) + 1).Select(line => string.Join("  ", columns.Select(column => column[line])).TrimEnd());
        return string.Join('\n', lines.Concat(Notes(frame)));
    }

    private static string[] Padded(DataFrameColumn column)
    {
        string[] cells = [column.Name, .. FrameCells.Of(column, MostRows)];
        var width = cells.Max(cell => cell.Length);
        return [.. cells.Select(cell => column.IsNumericColumn() ? cell.PadLeft(width) : cell.PadRight(width))];
    }

    private static int Shown(DataFrame frame) => (int)Math.Min(frame.Rows.Count, MostRows);

    private static IEnumerable<string> Notes(DataFrame frame)
    {
        string[] empty = [.. frame.Columns.Except(FrameColumns.WithValues(frame)).Select(column => column.Name)];
        if (empty.Length > 0)
        {
            yield return $"no value in {string.Join(", ", empty)}";
        }

        if (frame.Rows.Count > MostRows)
        {
            yield return $"… {Num.Whole(frame.Rows.Count - MostRows)} more rows";
        }
    }

    private static string Style(DataFrameColumn column) => $"padding:2px 10px;text-align:{(column.IsNumericColumn() ? "right" : "left")}";
}
