using Plotly.NET;

namespace FetchLab.Charts;

/// <summary>What all live charts have in common: margins, fonts, axes and behaviour.</summary>
internal static class PlotlyLayout
{
    private const string Clear = "rgba(0,0,0,0)";

    public static Layout Of(FigureSpec figure)
    {
        var layout = new Layout();
        layout.SetProperty("height", figure.Height);
        layout.SetProperty("margin", new
        {
            l = figure.MarginLeft,
            r = figure.MarginRight,
            t = FigureSpec.MarginTop,
            b = figure.MarginBottom,
        });
        layout.SetProperty("paper_bgcolor", Clear);
        layout.SetProperty("plot_bgcolor", Clear);
        layout.SetProperty("font", new { family = Palette.Fonts, size = 12, color = Palette.Ink });
        layout.SetProperty("title", new
        {
            text = Markup.EscapeForPlotly(figure.Title),
            font = new { size = 15 },
            x = 0,
            xanchor = "left",
            y = 1,
            yanchor = "top",
            pad = new { l = 10, t = 10 },
        });
        layout.SetProperty("barmode", "overlay");
        layout.SetProperty("hovermode", "closest");
        layout.SetProperty("hoverlabel", new
        {
            align = "left",
            bgcolor = "#2b2b2b",
            bordercolor = "#8a8a8a",
            font = new { color = "#f2f2f2", size = 12 },
        });
        layout.SetProperty("legend", new
        {
            orientation = "h",
            x = 0,
            xanchor = "left",
            y = 1,
            yanchor = "bottom",
            bgcolor = Clear,
            itemsizing = "constant",
        });
        layout.SetProperty("xaxis", Of(figure.X));
        layout.SetProperty("yaxis", Of(figure.Y));
        if (figure.Caption.Count > 0)
        {
            layout.SetProperty("annotations", new[] { Caption(figure.Caption) });
        }

        if (figure.Slider is { } slider)
        {
            layout.SetProperty("sliders", PlotlySlider.Of(slider));
        }

        return layout;
    }

    /// <summary>No mode bar, no logo, no formulas in texts; as wide as the page lets it be.</summary>
    public static Config Config()
    {
        var config = new Config();
        config.SetProperty("responsive", true);
        config.SetProperty("displayModeBar", false);
        config.SetProperty("displaylogo", false);
        config.SetProperty("doubleClick", "reset");
        config.SetProperty("typesetMath", false);
        return config;
    }

    private static object Caption(IReadOnlyList<string> lines) => new
    {
        text = string.Join("<br>", lines.Select(Markup.EscapeForPlotly)),
        align = "left",
        showarrow = false,
        x = 0,
        xref = "paper",
        xanchor = "left",
        y = 0,
        yref = "paper",
        yanchor = "top",
        yshift = -FigureSpec.CaptionTop,
    };

    private static object Of(Axis axis) => axis switch
    {
        { Log: true } => Powers(axis),
        { Labels: not null } => Texts(axis),
        { Whole: true } => new { title = Title(axis, 8), range = new[] { axis.From, axis.To }, dtick = axis.Step, gridcolor = Palette.Grid, zeroline = false },
        _ => Numbers(axis),
    };

    private static object Powers(Axis axis) => new
    {
        type = "log",
        title = Title(axis, 8),
        range = new[] { Math.Round(Math.Log10(axis.From), 4), Math.Round(Math.Log10(axis.To), 4) },
        tickvals = axis.Labels!.Select(tick => tick.At),
        ticktext = axis.Labels!.Select(tick => tick.Label),
        gridcolor = Palette.Grid,
        zeroline = false,
    };

    private static object Numbers(Axis axis) => new
    {
        title = Title(axis, 8),
        range = new[] { axis.From, axis.To },
        nticks = Axis.MostTicks,
        gridcolor = Palette.Grid,
        zeroline = false,
    };

    // The rules between lanes are drawn as the grid of minor ticks: the one that costs nothing a line.
    private static object Texts(Axis axis) => new
    {
        title = Title(axis, 4),
        range = new[] { axis.From, axis.To },
        tickvals = axis.Labels!.Select(tick => tick.At),
        ticktext = axis.Labels!.Select(tick => Markup.EscapeForPlotly(tick.Label)),
        minor = new { tickvals = axis.Rules, showgrid = axis.Rules.Count > 0, gridcolor = Palette.Grid },
        showgrid = false,
        zeroline = false,
        fixedrange = true,

        // Invisible, they keep the texts away from the bars.
        ticks = "outside",
        ticklen = 5,
        tickcolor = Clear,
    };

    private static object Title(Axis axis, int standoff) =>
        new { text = Markup.EscapeForPlotly(axis.Title), font = new { size = 12 }, standoff };
}
