namespace FetchLab.Charts;

/// <summary>
/// A picture of measurements. As the last value of a cell it is sent in four forms, and the notebook shows the best that it
/// can: a live chart, a page with a still that comes alive, a still, or text.
/// </summary>
[TypeFormatterSource(typeof(ShownFormatterSource), PreferredMimeTypes = [Mime.Plotly, Mime.Html, Mime.Svg, Mime.Plain])]
public sealed class Figure : IShown
{
    private readonly FigureSpec spec;
    private readonly Lazy<string> plotly;
    private readonly Lazy<string> svg;
    private readonly Lazy<string> text;

    internal Figure(FigureSpec spec)
    {
        this.spec = spec;
        plotly = new(() => PlotlyWriter.Write(spec));
        svg = new(() => SvgWriter.Write(spec, inPage: false));
        text = new(() => PlainWriter.Write(spec));
    }

    /// <summary>One line that says what is seen.</summary>
    public string Title => spec.Title;

    /// <summary>The live chart: a JSON object with <c>data</c>, <c>layout</c> and <c>config</c>.</summary>
    public string ToPlotlyJson() => plotly.Value;

    /// <summary>A div with the still and a script that makes it live. Each call gives it a new id, so that it can be shown twice.</summary>
    public string ToHtml() => HtmlWriter.Write(spec, plotly.Value);

    /// <summary>The still: a whole SVG document.</summary>
    public string ToSvg() => svg.Value;

    /// <summary>The same numbers as text.</summary>
    public override string ToString() => text.Value;

    string? IShown.As(string mimeType) => mimeType switch
    {
        Mime.Plotly => ToPlotlyJson(),
        Mime.Html => ToHtml(),
        Mime.Svg => ToSvg(),
        Mime.Plain => ToString(),
        _ => null,
    };
}
