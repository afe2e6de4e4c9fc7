using System.Globalization;
using System.Text;

namespace FetchLab.Charts;

/// <summary>A figure as a still: SVG with one path for each layer, readable on white and on dark pages.</summary>
internal sealed class SvgWriter
{
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

        return svg.Append("</svg>").ToString();
    }

    private void Legend()
    {
        double x = figure.MarginLeft;
        const double Middle = FigureSpec.MarginTop - 15;
        foreach (var layer in figure.Layers.Where(layer => layer.InLegend))
        {
            svg.Append(layer is MarkLayer { Shape: var shape }
                ? Stroke(Sign(shape, x + 6, Middle, 12), layer.Colour, shape)
                : $"<path fill=\"{layer.Colour}\" d=\"{Box(x, Middle - 6, 12, 12)}\"/>");
            Text(x + 18, Middle + 4, layer.Name, "start");
            x += 34 + TextWidth.Of(layer.Name);
        }
    }

    private void AxisX()
    {
        var bottom = FigureSpec.MarginTop + figure.PlotHeight;
        var grid = new StringBuilder();
        foreach (var value in figure.X.RoundNumbers())
        {
            grid.Append(CultureInfo.InvariantCulture, $"M{N(X(value))} {FigureSpec.MarginTop}V{bottom}");
            Text(X(value), bottom + 15, Num.Short(value, 6), "middle");
        }

        Rules(grid);
        Text(figure.MarginLeft + PlotWidth / 2, bottom + 34, figure.X.Title, "middle");
    }

    private void AxisY()
    {
        var rules = new StringBuilder();
        foreach (var row in figure.Y.Rules)
        {
            rules.Append(CultureInfo.InvariantCulture, $"M{figure.MarginLeft} {N(Y(row))}h{N(PlotWidth)}");
        }

        Rules(rules);
        foreach (var tick in figure.Y.Labels ?? [.. figure.Y.RoundNumbers().Select(value => new Tick(value, Num.Short(value, 6)))])
        {
            Text(figure.MarginLeft - 6, Y(tick.At) + 4, tick.Label, "end");
        }

        var middle = FigureSpec.MarginTop + figure.PlotHeight / 2.0;
        Text(0, 0, figure.Y.Title, "middle", $" transform=\"translate(18 {N(middle)})rotate(-90)\"");
    }

    private void Draw(Layer layer)
    {
        switch (layer)
        {
            case BarLayer bars:
                var (top, height) = figure.Lanes.Band(bars.Thickness);
                svg.Append(CultureInfo.InvariantCulture, $"<path fill=\"{bars.Colour}\" d=\"");
                foreach (var bar in bars.Bars)
                {
                    // As in the live chart, bars end on whole pixels, and the shortest is a pixel long: it can be seen.
                    var from = Math.Floor(X(bar.From));
                    var length = Math.Max(1, Math.Round(X(bar.To)) - from);
                    svg.Append(Box(from, Y(bar.Row + top), length, height * figure.Lanes.RowHeight));
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
                    Text(X(label.At) + 7, Y(label.Row + 0.5) + (labels.Upper ? -3 : 10), label.Text, "start", fill);
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

    private static string Stroke(string path, string colour, MarkShape shape) =>
        $"<path fill=\"none\" stroke=\"{colour}\" stroke-width=\"{(shape == MarkShape.Line ? 3 : 2)}\" d=\"{path}\"/>";

    private static string Box(double x, double y, double width, double height) =>
        $"M{N(x)} {N(y)}h{N(width)}v{N(height)}h{N(-width)}z";

    private static string Sign(MarkShape shape, double x, double y, double height) => shape == MarkShape.Line
        ? $"M{N(x)} {N(y - height / 2)}v{N(height)}"
        : $"M{N(x - height / 2)} {N(y - height / 2)}l{N(height)} {N(height)}m0 {N(-height)}l{N(-height)} {N(height)}";

    private double X(double value) => figure.MarginLeft + PlotWidth * (value - figure.X.From) / (figure.X.To - figure.X.From);

    private double Y(double value) =>
        FigureSpec.MarginTop + figure.PlotHeight * (value - figure.Y.To) / (figure.Y.From - figure.Y.To);

    private static string N(double value) => Num.Short(value);
}
