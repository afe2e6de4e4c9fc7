using Newtonsoft.Json;
using Plotly.NET;
using Chart = Plotly.NET.CSharp.Chart;

namespace FetchLab.Charts;

/// <summary>A figure as Plotly's JSON: <c>{data, layout, config}</c>.</summary>
internal static class PlotlyWriter
{
    // plotly.js rounds to hundredths of a pixel and leaves out what then has no length, such as the body of a small page.
    // No bar is drawn shorter than this part of the axis, in a figure at least 400 pixels wide; the pointer tells true times.
    private const double Shortest = 1.0 / 40_000;

    // As Plotly.NET's own writer has it. That one makes the library's web pages ready besides, which fails where an engine has
    // another FSharp.Core loaded than the library's, as .NET Interactive has.
    private static readonly JsonSerializerSettings _writing = new() { ReferenceLoopHandling = ReferenceLoopHandling.Serialize };

    public static string Write(FigureSpec figure)
    {
        var charts = figure.Slider is { } slider
            ? slider.Figures.SelectMany((one, index) => one.Layers.Select(layer => With(Trace(layer, one), ("visible", index == slider.Chosen))))
            : figure.Layers.Select(layer => Trace(layer, figure));
        var data = charts.Select(chart => GenericChart.getTraces(chart).Head);
        return JsonConvert.SerializeObject(new { data, layout = PlotlyLayout.Of(figure), config = PlotlyLayout.Config() }, _writing);
    }

    // Without its defaults Plotly.NET leaves out its template, which would cost 8 KB a figure.
    private static GenericChart Trace(Layer layer, FigureSpec figure) => layer switch
    {
        BarLayer bars => With(
            Bars(bars, bars.Bars, figure.Lanes!.Band(bars.Thickness), (figure.X.To - figure.X.From) * Shortest),
            ("hoverinfo", "skip")),
        HoverLayer hover => With(
            Bars(hover, hover.Places, (0, 1), 0),
            ("showlegend", false),
            ("customdata", HoverText.Data(hover.Fields)),
            ("hovertemplate", HoverText.Template(hover.Fields))),
        MarkLayer marks => With(
            Points(marks.Name, marks.Marks.Select(mark => new Point(mark.At, mark.Row + 0.5))),
            ("hoverinfo", "skip"),
            ("cliponaxis", false),
            ("marker", Marker(marks))),
        LabelLayer labels => With(
            Points(labels.Name, labels.Labels.Select(label => new Point(label.At, label.Row + 0.5))),
            ("mode", "text"),
            ("hoverinfo", "skip"),
            ("showlegend", false),
            ("cliponaxis", false),
            ("text", labels.Labels.Select(label => "\u00A0" + Markup.EscapeForPlotly(label.Text))),
            ("textposition", Place(labels.Place)),
            labels.TextColour is { } colour ? ("textfont", new { color = colour }) : ("textfont", new { size = 12 })),
        CurveLayer curve => With(
            Points(curve.Name, curve.Points),
            ("mode", "lines"),
            ("showlegend", curve.InLegend),
            ("line", new { color = curve.Colour, width = 2, dash = Dash(curve.Style), shape = curve.Stepped ? "hv" : "linear" }),
            curve.Hover is { } hover ? ("hovertemplate", hover + "<extra></extra>") : ("hoverinfo", "skip")),
        BandLayer band => With(
            Points(band.Name, band.Edge),
            ("mode", "lines"),
            ("showlegend", band.InLegend),
            ("hoverinfo", "skip"),
            ("line", new { color = band.Colour, width = 0 }),
            ("fill", "toself"),
            ("fillcolor", Palette.Clear(band.Colour, BandLayer.Opacity))),
        DotLayer dots => With(
            Points(dots.Name, dots.Points),
            ("showlegend", dots.InLegend),
            ("marker", new { symbol = Symbol(dots.Shape), size = 9, color = dots.Colour }),
            ("cliponaxis", false),
            ("customdata", HoverText.Data(dots.Fields)),
            ("hovertemplate", HoverText.Template(dots.Fields))),
        NoteLayer notes => With(
            Points(notes.Name, notes.Notes.Select(note => note.At)),
            ("mode", "text"),
            ("hoverinfo", "skip"),
            ("showlegend", false),
            ("cliponaxis", false),
            ("text", notes.Notes.Select(note => $"\u00A0{Markup.EscapeForPlotly(note.Text)}{(notes.Leftwards ? "\u00A0" : "")}")),
            ("textposition", notes.Leftwards ? "bottom left" : "bottom right"),
            notes.TextColour is { } ink ? ("textfont", new { color = ink }) : ("textfont", new { size = 12 })),
        _ => throw new NotSupportedException($"{layer.GetType().Name} has no live drawing; add one."),
    };

    private static GenericChart Bars(Layer layer, IReadOnlyList<Bar> bars, (double Top, double Height) band, double shortest) => With(
        Chart.Bar<double, int, string>(
            values: bars.Select(bar => Math.Round(Math.Max(bar.To - bar.From, shortest), 6)),
            Keys: new(bars.Select(bar => bar.Row), true),
            Name: Markup.EscapeForPlotly(layer.Name),
            MarkerColor: Color.fromString(layer.Colour),
            UseDefaults: false),
        ("base", bars.Select(bar => bar.From)),
        ("offset", Math.Round(band.Top, 4)),
        ("width", Math.Round(band.Height, 4)));

    private static GenericChart Points(string name, IEnumerable<Point> points) =>
        Chart.Point<double, double, string>(
            x: points.Select(point => point.X),
            y: points.Select(point => point.Y),
            Name: Markup.EscapeForPlotly(name),
            UseDefaults: false);

    // plotly.js draws the line symbol 1.4 times as high as its size says.
    private static object Marker(MarkLayer marks) => marks.Shape switch
    {
        MarkShape.Line => Line(marks, "line-ns", marks.Height / 1.4, 3),
        MarkShape.Cross => Line(marks, "x-thin", marks.Height, 2),
        _ => throw new NotSupportedException($"{marks.Shape} has no live drawing; add one."),
    };

    private static string Place(LabelPlace place) => place switch
    {
        LabelPlace.Middle => "middle right",
        LabelPlace.Upper => "top right",
        LabelPlace.Lower => "bottom right",
        _ => throw new NotSupportedException($"{place} has no live drawing; add one."),
    };

    private static string Dash(LineStyle style) => style switch
    {
        LineStyle.Solid => "solid",
        LineStyle.Dashed => "dash",
        LineStyle.Dotted => "dot",
        _ => throw new NotSupportedException($"{style} has no live drawing; add one."),
    };

    private static string Symbol(DotShape shape) => shape switch
    {
        DotShape.Circle => "circle",
        DotShape.Square => "square",
        DotShape.Diamond => "diamond",
        DotShape.Triangle => "triangle-up",
        _ => throw new NotSupportedException($"{shape} has no live drawing; add one."),
    };

    private static object Line(MarkLayer marks, string symbol, double size, int width) =>
        new { symbol, size = Math.Round(size, 1), color = marks.Colour, line = new { color = marks.Colour, width } };

    private static GenericChart With(GenericChart chart, params (string Name, object Value)[] properties)
    {
        var trace = GenericChart.getTraces(chart).Head;
        foreach (var (name, value) in properties)
        {
            trace.SetProperty(name, value);
        }

        return chart;
    }
}
