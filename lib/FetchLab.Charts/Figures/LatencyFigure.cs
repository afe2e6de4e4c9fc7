namespace FetchLab.Charts;

/// <summary>How long fetches took, all of them: not a mean that no one waited for.</summary>
public static class LatencyFigure
{
    /// <summary>
    /// The share of the fetches, in percent, that took at most so long, in ms below 2 s and in s from there on. Dots stand
    /// at the 50th, 90th, 95th and 99th percentile (nearest rank), as far as at least 10 fetches lie beyond. Fetches that
    /// failed are left out. An open loop's latencies count from the intended starts, and the axis says so.
    /// </summary>
    /// <exception cref="FetchLabException">The run has no fetch that succeeded.</exception>
    public static Figure Latencies(this FetchRun run) => new[] { run }.Latencies();

    /// <summary>The same for several runs, to be compared: a closed with an open loop, a client with another.</summary>
    /// <exception cref="FetchLabException">There is no run, or one has no fetch that succeeded.</exception>
    public static Figure Latencies(this IEnumerable<FetchRun> runs)
    {
        var all = RunText.AtLeastOne(runs);
        var series = all.Zip(RunText.Names(all), (run, name) => new LatencySeries(run, name)).ToArray();
        var (least, most) = (series.Min(one => one.Latencies.Least), series.Max(one => one.Latencies.Most));
        var unit = TimeUnit.For(most);
        return new(new()
        {
            Title = Title(series, Latency.Named(all)),
            Description = "Curves of the share of fetches that took at most so long. " + string.Join("; ", series.Select(one => $"{one.Name}: {one.Note}")) + ".",
            X = X(Latency.Named(all), unit, unit.Of(least), unit.Of(most), series.Length == 1),
            Y = new("fetches that took at most so long (%)", 0, 103),
            Layers = [.. series.SelectMany((one, index) => Layers(one, index, unit, series.Length == 1))],
            Table = [["strategy", "fetches", .. LatencySeries.Columns], .. series.Select(one => one.Row())],
        });
    }

    // Texts stand at the right of the dots of a run that is alone: they get their room.
    private static Axis X(string latency, TimeUnit unit, double least, double most, bool alone)
    {
        var title = $"{latency} ({unit.Name}";
        return LogAxis.Suits(least, most)
            ? LogAxis.Of(title + ", log scale)", least, most * (alone ? Math.Pow(most / least, 0.25) : 1))
            : new(title + ")", 0, Math.Max(Math.Round(most * (alone ? 1.25 : 1.05), unit.Decimals), 1e-3));
    }

    private static IEnumerable<Layer> Layers(LatencySeries one, int index, TimeUnit unit, bool alone)
    {
        var colour = Palette.Series[index % Palette.Series.Length];
        var steps = one.Latencies.Steps().Select(step => new Point(unit.Of(step.Latency), Math.Round(step.Percent, 2))).ToArray();
        yield return new CurveLayer(one.Name, colour, [new(steps[0].X, 0), .. steps])
        {
            Stepped = true,
            Hover = $"%{{y}} % took at most %{{x}} {unit.Name}",
        };
        var percentiles = one.Latencies.Percentiles().ToArray();
        if (percentiles.Length == 0)
        {
            yield break;
        }

        yield return new DotLayer(
            "percentiles", colour, [.. percentiles.Select(mark => new Point(unit.Of(mark.Latency), mark.Percent))], (DotShape)(index % 4),
            [
                new("<b>", [.. percentiles.Select(_ => one.Name)]),
                new("</b><br>p", [.. percentiles.Select(mark => Num.Short(mark.Percent))]),
                new(" ", [.. percentiles.Select(mark => mark.Latency.ToText())]),
            ])
        {
            Named = false,
        };
        if (alone)
        {
            yield return new NoteLayer(
                "percentiles", null, [.. percentiles.Where(mark => mark.Percent != 95).Select(mark => new Note(
                    new(unit.Of(mark.Latency), mark.Percent), $"p{Num.Short(mark.Percent)} {mark.Latency.ToText()}"))]);
        }
    }

    private static string Title(LatencySeries[] series, string latency) => series.Length == 1
        ? $"{TextWidth.Cut(series[0].Name, 40)}: {latency} of {series[0].Note}"
        : $"latency: {string.Join("; ", series.Take(2).Select(one => $"{TextWidth.Cut(one.Name, 24)} {one.Short}"))}{(series.Length > 2 ? "; …" : "")}";
}
