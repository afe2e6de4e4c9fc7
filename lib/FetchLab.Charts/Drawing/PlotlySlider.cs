namespace FetchLab.Charts;

/// <summary>A slider whose every step shows the layers of one figure, hides those of the others, and renames the lanes.</summary>
internal static class PlotlySlider
{
    public static object Of(Slider slider) => new[]
    {
        new
        {
            active = slider.Chosen,
            currentvalue = new { prefix = Markup.EscapeForPlotly(slider.Prefix), xanchor = "left", font = new { size = 12 } },
            pad = new { t = 46 },
            ticklen = 4,
            bordercolor = Palette.Ink,
            bgcolor = Palette.Grid,
            activebgcolor = Palette.Measured,
            font = new { size = 11 },
            steps = slider.Labels.Select((label, step) => new
            {
                label = Markup.EscapeForPlotly(label),
                method = "update",
                args = new object[] { new { visible = Visible(slider, step) }, Layout(slider.Figures[step]) },
            }),
        },
    };

    private static IEnumerable<bool> Visible(Slider slider, int step) =>
        slider.Figures.SelectMany((figure, index) => figure.Layers.Select(_ => index == step));

    private static Dictionary<string, object> Layout(FigureSpec figure) => new()
    {
        ["title.text"] = Markup.EscapeForPlotly(figure.Title),
        ["yaxis.range"] = new[] { figure.Y.From, figure.Y.To },
        ["yaxis.tickvals"] = figure.Y.Ticks().Select(tick => tick.At),
        ["yaxis.ticktext"] = figure.Y.Ticks().Select(tick => Markup.EscapeForPlotly(tick.Label)),
        ["yaxis.minor.tickvals"] = figure.Y.Rules,
        ["yaxis.minor.showgrid"] = figure.Y.Rules.Count > 0,
    };
}
