using System.Text;

namespace FetchLab.Notebooks;

/// <summary>A <see cref="Table"/> as lines of text with aligned columns.</summary>
internal static class TableText
{
    public static string Of(Table table)
    {
        var widths = table.Columns
            .Select((column, place) => table.Rows.Select(row => row[place].Text.Length).Append(column.Name.Length).Max())
            .ToList();
        var text = new StringBuilder();
        Row(text, [.. table.Columns.Select(column => column.Name)]);
        foreach (var row in table.Rows) Row(text, [.. row.Select(cell => cell.Text)]);
        if (table.More is { } more) text.Append(more).Append('\n');
        return text.ToString().TrimEnd('\n');

        void Row(StringBuilder to, IReadOnlyList<string> row)
        {
            var cells = row.Select((cell, place) =>
                table.Columns[place].IsNumber ? cell.PadLeft(widths[place]) : cell.PadRight(widths[place]));
            to.Append(string.Join("  ", cells).TrimEnd()).Append('\n');
        }
    }
}
