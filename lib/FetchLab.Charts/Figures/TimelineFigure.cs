namespace FetchLab.Charts;

/// <summary>Who was doing what, when.</summary>
public static class TimelineFigure
{
    /// <summary>
    /// A lane a thread, by the thread that sent each request; fetches of one thread that overlap lie under each other in its
    /// lane. Thin grey is the wait before the request, green the making of a connection, light blue the wait for the headers,
    /// dark blue the body, orange the client's own work. A page that was asked for again has a bar for each attempt, and a cross at the end of those that
    /// failed. The axis counts from the start of the run, in ms below 2 s and in s from there on.
    /// </summary>
    /// <exception cref="FetchLabException">The run has no records.</exception>
    public static Figure Timeline(this FetchRun run)
    {
        RunText.NeedsFetches(run);
        return new(Spec(run, RunText.End(run)));
    }

    /// <summary>The timeline over an axis that ends where it is told, so that several can be compared.</summary>
    internal static FigureSpec Spec(FetchRun run, TimeSpan end)
    {
        var unit = TimeUnit.For(end);
        var (lanes, rows) = Stack.ByThread(run);
        return new()
        {
            Title = $"{TextWidth.Cut(run.Strategy, 50)}: {RunText.Pages(run)} in {run.Makespan.ToText()}, at most {run.PeakInFlight} in flight",
            Description = $"A timeline with a lane for each of {Num.Count(lanes.All.Count, "thread")}. " +
                string.Join("; ", lanes.All.Take(10).Select(lane => $"thread {lane.Label}: {lane.Note}")) + ".",
            X = new($"time since the start of the run ({unit.Name})", 0, Math.Round(unit.Of(end) * 1.01, unit.Decimals)),
            Y = lanes.ToAxis("thread"),
            Lanes = lanes,
            Layers = [.. Layers(run, unit, rows, lanes).Where(layer => layer is not BarLayer { Bars.Count: 0 })],
        };
    }

    private static IEnumerable<Layer> Layers(FetchRun run, TimeUnit unit, IReadOnlyDictionary<FetchRecord, int> rows, Lanes lanes)
    {
        foreach (var phase in Phase.All)
        {
            var bars = run.Records.Select(record => new Bar(rows[record], unit.Of(phase.From(record)), unit.Of(phase.To(record))));
            yield return new BarLayer(phase.Name, phase.Colour, [.. bars.Where(bar => bar.To > bar.From)])
            {
                Thickness = phase.Thickness,
                Glyph = phase.Glyph,
            };
        }

        var failed = run.Records.Where(record => record.Error is not null).ToArray();
        if (failed.Length > 0)
        {
            yield return new MarkLayer(
                "failed", Palette.Failed, [.. failed.Select(record => new Mark(rows[record], unit.Of(record.Finished)))],
                MarkShape.Cross, Math.Clamp(lanes.RowHeight * 0.6, 6, 10)) { Glyph = 'x' };
        }

        yield return new HoverLayer(
            [.. run.Records.Select(record => new Bar(rows[record], unit.Of(record.Queued), unit.Of(record.Done)))],
            [.. TimelineHover.Fields(run, unit)]);
    }
}
