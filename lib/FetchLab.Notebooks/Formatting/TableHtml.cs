using System.Net;
using System.Text;

namespace FetchLab.Notebooks;

/// <summary>A <see cref="Table"/> as HTML that brings its own few styles and reads on light and dark pages.</summary>
internal static class TableHtml
{
    private const string Style =
        "<style>.fl-table{border-collapse:collapse;font-size:.9em;font-variant-numeric:tabular-nums}"
        + ".fl-table th,.fl-table td{padding:.25em .75em;border:0;border-bottom:1px solid #8884;text-align:left;white-space:nowrap}"
        + ".fl-table th{border-bottom:2px solid #8888;font-weight:600}.fl-table .n{text-align:right}"
        + ".fl-table caption{caption-side:bottom;text-align:left;padding:.4em .75em;opacity:.7}</style>";

    public static string Of(Table table)
    {
        var html = new StringBuilder("<div style=\"overflow-x:auto\">").Append(Style).Append("<table class=\"fl-table\">");
        if (table.More is { } more) html.Append("<caption>").Append(more).Append("</caption>");
        html.Append("<thead>");
        Row(html, "th", table.Columns.Select(column => new TableCell(column.Name)), table.Columns);
        html.Append("</thead><tbody>");
        foreach (var row in table.Rows) Row(html, "td", row, table.Columns);
        return html.Append("</tbody></table></div>").ToString();
    }

    private static void Row(StringBuilder html, string tag, IEnumerable<TableCell> cells, IReadOnlyList<TableColumn> columns)
    {
        html.Append("<tr>");
        foreach (var (cell, column) in cells.Zip(columns))
        {
            html.Append('<').Append(tag).Append(column.IsNumber ? " class=\"n\">" : ">");
            html.Append(cell.Html ?? WebUtility.HtmlEncode(cell.Text)).Append("</").Append(tag).Append('>');
        }

        html.Append("</tr>");
    }
}
