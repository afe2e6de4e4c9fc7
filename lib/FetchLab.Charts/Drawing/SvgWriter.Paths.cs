using System.Text;

namespace FetchLab.Charts;

/// <summary>The shapes that a still is made of.</summary>
internal sealed partial class SvgWriter
{
    private const double DotSize = 4.5;

    private static string Fill(string path, string colour) => $"<path fill=\"{colour}\" d=\"{path}\"/>";

    private static string Stroke(string path, string colour, MarkShape shape) =>
        $"<path fill=\"none\" stroke=\"{colour}\" stroke-width=\"{(shape == MarkShape.Line ? 3 : 2)}\" d=\"{path}\"/>";

    private static string Stroke(string path, CurveLayer curve) =>
        $"<path fill=\"none\" stroke=\"{curve.Colour}\" stroke-width=\"2\"{Dash(curve.Style)} d=\"{path}\"/>";

    private static string Fill(string path, BandLayer band) =>
        $"<path fill=\"{band.Colour}\" fill-opacity=\"{N(BandLayer.Opacity)}\" d=\"{path}\"/>";

    /// <summary>From the middle of a row to the foot of a text in it, in pixels.</summary>
    private static int Below(LabelPlace place) => place switch
    {
        LabelPlace.Middle => 4,
        LabelPlace.Upper => -3,
        LabelPlace.Lower => 10,
        _ => throw new NotSupportedException($"{place} has no still; add one."),
    };

    private static string Dash(LineStyle style) => style switch
    {
        LineStyle.Solid => "",
        LineStyle.Dashed => " stroke-dasharray=\"7 5\"",
        LineStyle.Dotted => " stroke-dasharray=\"2 4\"",
        _ => throw new NotSupportedException($"{style} has no still; add one."),
    };

    private static string Box(double x, double y, double width, double height) =>
        $"M{N(x)} {N(y)}h{N(width)}v{N(height)}h{N(-width)}z";

    private static string Sign(MarkShape shape, double x, double y, double height) => shape == MarkShape.Line
        ? $"M{N(x)} {N(y - height / 2)}v{N(height)}"
        : $"M{N(x - height / 2)} {N(y - height / 2)}l{N(height)} {N(height)}m0 {N(-height)}l{N(-height)} {N(height)}";

    private static string Dot(DotShape shape, double x, double y) => shape switch
    {
        DotShape.Circle => $"M{N(x - DotSize)} {N(y)}a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z",
        DotShape.Square => Box(x - DotSize, y - DotSize, 2 * DotSize, 2 * DotSize),
        DotShape.Diamond => $"M{N(x - 5.5)} {N(y)}l5.5 -5.5l5.5 5.5l-5.5 5.5z",
        DotShape.Triangle => $"M{N(x - 5)} {N(y + DotSize)}h10l-5 -9z",
        _ => throw new NotSupportedException($"{shape} has no still; add one."),
    };

    private string Path(CurveLayer curve)
    {
        var path = new StringBuilder();
        foreach (var point in curve.Points)
        {
            var (x, y) = (N(X(point.X)), N(Y(point.Y)));
            path.Append(path.Length == 0 ? $"M{x} {y}" : curve.Stepped ? $"H{x}V{y}" : $"L{x} {y}");
        }

        return path.ToString();
    }

    private string Path(BandLayer band) =>
        string.Concat(band.Edge.Select((point, place) => $"{(place == 0 ? 'M' : 'L')}{N(X(point.X))} {N(Y(point.Y))}")) + "z";

    /// <summary>What can be chosen in the live chart, with a dot at what is shown.</summary>
    private void Slider()
    {
        if (figure.Slider is not { } slider)
        {
            return;
        }

        var y = FigureSpec.MarginTop + figure.PlotHeight + figure.CaptionHeight + 74.0;
        double At(int step) => figure.MarginLeft + PlotWidth * (step + 0.5) / slider.Labels.Count;
        Text(figure.MarginLeft, y - 12, slider.Prefix + slider.Labels[slider.Chosen], "start");
        Rules(new StringBuilder($"M{figure.MarginLeft} {N(y)}h{N(PlotWidth)}"));
        svg.Append(Fill(Dot(DotShape.Circle, At(slider.Chosen), y), Palette.Measured));
        for (var step = 0; step < slider.Labels.Count; step++)
        {
            Text(At(step), y + 20, slider.Labels[step], "middle", " font-size=\"11\"");
        }
    }
}
