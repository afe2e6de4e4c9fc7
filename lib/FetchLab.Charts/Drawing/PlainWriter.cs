using System.Globalization;
using System.Text;

namespace FetchLab.Charts;

/// <summary>
/// A figure as text: its title, a line a lane, a legend. A lane that is one row high shows what lies in it; a higher one
/// shows how many bars lie over each other. A figure without lanes is a table of its numbers.
/// </summary>
internal static class PlainWriter
{
    private const int Columns = 50;
    private const int MostLanes = 24;

    public static string Write(FigureSpec figure) =>
        string.Join("\n\n", Parts(figure)).ReplaceLineEndings("\n");

    private static IEnumerable<string> Parts(FigureSpec figure)
    {
        yield return figure.Table is { } table ? Write(figure.Title, table) : Write(figure, figure.Lanes!.All);
        if (figure.Marks.Count + figure.Caption.Count > 0)
        {
            yield return string.Join('\n', figure.Marks.Concat(figure.Caption));
        }
    }

    private static string Write(string title, IReadOnlyList<string[]> table)
    {
        var widths = table[0].Select((_, column) => table.Max(row => row[column].Length)).ToArray();
        var lines = table.Take(MostLanes + 1).Select(row => string.Join("  ", row.Select((cell, column) => cell.PadLeft(widths[column]))));
        return string.Join('\n', [title, "", .. lines, .. table.Count > MostLanes + 1 ? [$"… {Num.Whole(table.Count - MostLanes - 1)} more"] : Array.Empty<string>()]);
    }

    private static string Write(FigureSpec figure, IReadOnlyList<Lane> lanes)
    {
        var shown = lanes.Take(MostLanes).ToArray();
        var label = shown.Max(lane => lane.Label.Length);
        var text = new StringBuilder();
        text.AppendLine(figure.Title).AppendLine();
        foreach (var lane in shown)
        {
            text.Append(lane.Label.PadLeft(label)).Append(" ▕").Append(Line(figure, lane)).Append("▏ ").AppendLine(lane.Note);
        }

        if (lanes.Count > shown.Length)
        {
            text.Append(' ', label + 2).AppendLine(CultureInfo.InvariantCulture, $"… {lanes.Count - shown.Length} more");
        }

        text.Append(' ', label + 2).Append("0".PadRight(Columns)).AppendLine(CultureInfo.InvariantCulture, $"{Num.Short(figure.X.To, 3)}  {figure.X.Title}");
        text.Append(' ', label + 2).AppendJoin("   ", Legend(figure));
        return text.ToString();
    }

    private static IEnumerable<string> Legend(FigureSpec figure)
    {
        foreach (var layer in figure.Layers.Where(layer => layer.Glyph != ' '))
        {
            yield return $"{layer.Glyph} {layer.Name}";
        }

        if (figure.Lanes!.All.Any(lane => lane.Rows > 1))
        {
            yield return "1–9 so many at once, + more";
        }
    }

    private static string Line(FigureSpec figure, Lane lane)
    {
        var bars = figure.Layers.OfType<BarLayer>().Where(layer => layer.Glyph != ' ')
            .SelectMany(layer => layer.Bars.Where(bar => In(lane, bar.Row)).Select(bar => (layer.Glyph, Bar: bar))).ToArray();
        var line = new char[Columns];
        for (var column = 0; column < Columns; column++)
        {
            var here = bars.Where(one => Column(figure, one.Bar.From) <= column && Column(figure, one.Bar.To) >= column).ToArray();
            line[column] = here.Length == 0 ? ' ' : lane.Rows == 1 ? Most(here, figure, column) : Count(here);
        }

        foreach (var marks in figure.Layers.OfType<MarkLayer>().Where(layer => layer.Glyph != ' '))
        {
            foreach (var mark in marks.Marks.Where(mark => In(lane, mark.Row)))
            {
                line[Column(figure, mark.At)] = marks.Glyph;
            }
        }

        return new(line);
    }

    /// <summary>The letter of what fills most of a column.</summary>
    private static char Most((char Glyph, Bar Bar)[] here, FigureSpec figure, int column)
    {
        var width = figure.X.To / Columns;
        return here.GroupBy(one => one.Glyph).MaxBy(layer => layer.Sum(one =>
            Math.Min(one.Bar.To, (column + 1) * width) - Math.Max(one.Bar.From, column * width)))!.Key;
    }

    private static char Count((char Glyph, Bar Bar)[] here) =>
        here.Select(one => one.Bar.Row).Distinct().Count() is var count and < 10 ? (char)('0' + count) : '+';

    private static bool In(Lane lane, int row) => row >= lane.FirstRow && row < lane.FirstRow + lane.Rows;

    private static int Column(FigureSpec figure, double value) =>
        Math.Clamp((int)(value / figure.X.To * Columns), 0, Columns - 1);
}
