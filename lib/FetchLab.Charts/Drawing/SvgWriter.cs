using System.Globalization;
using System.Text;

namespace FetchLab.Charts;

/// <summary>A figure as a still: SVG with one path for each layer, readable on white and on dark pages.</summary>
internal sealed partial class SvgWriter
{
    private const int LegendLine = 15;

    private readonly FigureSpec figure;
    private readonly StringBuilder svg = new();

    private SvgWriter(FigureSpec figure) => this.figure = figure;

    private double PlotWidth => FigureSpec.Width - figure.MarginLeft - figure.MarginRight;

    /// <summary>Draws the still.</summary>
    /// <param name="figure">What to draw.</param>
    /// <param name="inPage">
    /// True for a still inside a page: it takes the page's text colour and fills its box. False for a picture by itself,
    /// which has a size and a grey of its own.
    /// </param>
    public static string Write(FigureSpec figure, bool inPage) => new SvgWriter(figure).Draw(inPage);

    private string Draw(bool inPage)
    {
        var (width, height) = (FigureSpec.Width, figure.Height);
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" ");
        svg.Append(inPage
            ? "width=\"100%\" height=\"100%\" preserveAspectRatio=\"xMinYMin meet\" "
            : string.Create(CultureInfo.InvariantCulture, $"width=\"{width}\" height=\"{height}\" color=\"{Palette.Ink}\" "));
        svg.Append(CultureInfo.InvariantCulture, $"font-family=\"{Palette.Fonts}\" font-size=\"12\" fill=\"currentColor\" role=\"img\">");
        svg.Append(CultureInfo.InvariantCulture, $"<title>{Markup.Escape(figure.Title)}</title><desc>{Markup.Escape(figure.Description)}</desc>");
        Text(10, 21, figure.Title, "start", " font-size=\"15\"");
        Legend();
        AxisX();
        AxisY();
        foreach (var layer in figure.Layers)
        {
            Draw(layer);
        }

        Caption();
        Slider();
        return svg.Append("</svg>").ToString();
    }

    private void Legend()
    {
        var lines = LegendLines();
        foreach (var (place, line) in lines.Index())
        {
            double x = figure.MarginLeft;
            var middle = FigureSpec.MarginTop - (lines.Count > 1 ? 11 : 15) - LegendLine * (lines.Count - 1 - place);
            foreach (var layer in line)
            {
                svg.Append(layer switch
                {
                    MarkLayer { Shape: var shape } => Stroke(Sign(shape, x + 6, middle, 12), layer.Colour, shape),
                    BandLayer band => Fill(Box(x, middle - 6, 12, 12), band),
                    CurveLayer curve => Stroke($"M{N(x - 4)} {N(middle)}h20", curve),
                    DotLayer dots => Fill(Dot(dots.Shape, x + 6, middle), layer.Colour),
                    _ => Fill(Box(x, middle - 6, 12, 12), layer.Colour),
                });
                Text(x + 18, middle + 4, layer.Name, "start");
                x += LegendWidth(layer);
            }
        }
    }

    /// <summary>As many names on a line as the still is wide. Two lines fit below the title.</summary>
    private List<List<Layer>> LegendLines()
    {
        var lines = new List<List<Layer>> { new() };
        foreach (var layer in figure.Layers.Where(layer => layer.InLegend))
        {
            if (figure.MarginLeft + lines[^1].Append(layer).Sum(LegendWidth) > FigureSpec.Width && lines[^1].Count > 0)
            {
                lines.Add([]);
            }

            lines[^1].Add(layer);
        }

        return lines;
    }

    private static double LegendWidth(Layer layer) => 34 + TextWidth.Of(layer.Name);

    private void AxisX()
    {
        var bottom = FigureSpec.MarginTop + figure.PlotHeight;
        var grid = new StringBuilder();
        foreach (var tick in figure.X.Ticks())
        {
            grid.Append(CultureInfo.InvariantCulture, $"M{N(X(tick.At))} {FigureSpec.MarginTop}V{bottom}");
            Text(X(tick.At), bottom + 15, tick.Label, "middle");
        }

        Rules(grid);
        Text(figure.MarginLeft + PlotWidth / 2, bottom + 34, figure.X.Title, "middle");
    }

    private void AxisY()
    {
        var rules = new StringBuilder();
        foreach (var row in figure.Lanes is null ? figure.Y.Ticks().Select(tick => tick.At) : figure.Y.Rules)
        {
            rules.Append(CultureInfo.InvariantCulture, $"M{figure.MarginLeft} {N(Y(row))}h{N(PlotWidth)}");
        }

        Rules(rules);
        foreach (var tick in figure.Y.Ticks())
        {
            Text(figure.MarginLeft - 6, Y(tick.At) + 4, tick.Label, "end");
        }

        var middle = FigureSpec.MarginTop + figure.PlotHeight / 2.0;
        Text(0, 0, figure.Y.Title, "middle", $" transform=\"translate(18 {N(middle)})rotate(-90)\"");
    }

    private void Caption()
    {
        var y = FigureSpec.MarginTop + figure.PlotHeight + FigureSpec.CaptionTop + 12.0;
        foreach (var line in figure.Caption)
        {
            Text(figure.MarginLeft, y, line, "start");
            y += FigureSpec.LineHeight;
        }
    }

    private void Draw(Layer layer)
    {
        switch (layer)
        {
            case BarLayer bars:
                var (top, height) = figure.Lanes!.Band(bars.Thickness);
                svg.Append(CultureInfo.InvariantCulture, $"<path fill=\"{bars.Colour}\" d=\"");
                foreach (var bar in bars.Bars)
                {
                    // As in the live chart, bars end on whole pixels, and the shortest is a pixel long: it can be seen.
                    var from = Math.Floor(X(bar.From));
                    var length = Math.Max(1, Math.Round(X(bar.To)) - from);
                    svg.Append(Box(from, Y(bar.Row + top), length, height * figure.Lanes!.RowHeight));
                }

                svg.Append("\"/>");
                break;
            case MarkLayer marks:
                var path = string.Concat(marks.Marks.Select(mark => Sign(marks.Shape, X(mark.At), Y(mark.Row + 0.5), marks.Height)));
                svg.Append(Stroke(path, marks.Colour, marks.Shape));
                break;
            case LabelLayer labels:
                foreach (var label in labels.Labels)
                {
                    var fill = labels.TextColour is { } colour ? $" fill=\"{colour}\"" : "";
                    Text(X(label.At) + 7, Y(label.Row + 0.5) + Below(labels.Place), label.Text, "start", fill);
                }

                break;
            case CurveLayer curve:
                svg.Append(Stroke(Path(curve), curve));
                break;
            case BandLayer band:
                svg.Append(Fill(Path(band), band));
                break;
            case DotLayer dots:
                svg.Append(Fill(string.Concat(dots.Points.Select(dot => Dot(dots.Shape, X(dot.X), Y(dot.Y)))), dots.Colour));
                break;
            case NoteLayer notes:
                foreach (var note in notes.Notes)
                {
                    var fill = notes.TextColour is { } colour ? $" fill=\"{colour}\"" : "";
                    Text(X(note.At.X) + (notes.Leftwards ? -7 : 7), Y(note.At.Y) + 14, note.Text, notes.Leftwards ? "end" : "start", fill);
                }

                break;
            case HoverLayer:
                break; // a still has no pointer
            default:
                throw new NotSupportedException($"{layer.GetType().Name} has no still; add one.");
        }
    }

    private void Text(double x, double y, string text, string anchor, string more = "") => svg.Append(
        CultureInfo.InvariantCulture, $"<text x=\"{N(x)}\" y=\"{N(y)}\" text-anchor=\"{anchor}\"{more}>{Markup.Escape(text)}</text>");

    private void Rules(StringBuilder path) =>
        svg.Append(CultureInfo.InvariantCulture, $"<path fill=\"none\" stroke=\"{Palette.Grid}\" d=\"{path}\"/>");

    private double X(double value) => figure.MarginLeft + PlotWidth * figure.X.Part(value);

    private double Y(double value) => FigureSpec.MarginTop + figure.PlotHeight * (1 - figure.Y.Part(value));

    private static string N(double value) => Num.Short(value);
}
