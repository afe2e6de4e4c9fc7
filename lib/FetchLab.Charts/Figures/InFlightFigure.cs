namespace FetchLab.Charts;

/// <summary>How many requests were under way at each moment.</summary>
public static class InFlightFigure
{
    /// <summary>
    /// The requests in flight over the time since the start of the run, in ms below 2 s and in s from there on, by the
    /// client's records; the broken line is what the strategy should hold: as many as it has workers, or pages, if those
    /// are fewer; in an open loop λ·R (Little's law), with the rate λ of the intended starts and the mean time R that the
    /// origin held a reply. Without held times an open loop has no such line.
    /// </summary>
    /// <exception cref="FetchLabException">The run has no records.</exception>
    public static Figure InFlight(this FetchRun run)
    {
        RunText.NeedsFetches(run);
        var unit = TimeUnit.For(run.Makespan);
        var end = unit.Of(RunText.End(run));
        var predicted = PredictedLevel.Of(run);
        var points = InFlightLevel.Points(run, unit);
        return new(new()
        {
            Title = $"{TextWidth.Cut(run.Strategy, 50)}: {Num.Short(run.MeanInFlight, 1)} in flight on average, at most {Num.Whole(run.PeakInFlight)}",
            Description = $"A line that steps up where a request starts and down where it has ended. At most {Num.Whole(run.PeakInFlight)} were in flight{(predicted is { } told ? $"; {Num.Short(told, 1)} were predicted" : "")}.",
            X = new($"time since the start of the run ({unit.Name})", 0, Math.Round(end * 1.01, unit.Decimals)),
            Y = new("requests in flight", 0, Math.Max(run.PeakInFlight, predicted ?? 0) * 1.08) { Whole = true },
            Layers =
            [
                new CurveLayer("measured", Palette.Measured, points) { Stepped = true, Hover = $"%{{y}} in flight from %{{x}} {unit.Name}" },
                .. Predicted(predicted, end),
            ],
            Table = [[$"from ({unit.Name})", "in flight"], .. points.Select(point => new[] { Num.Short(point.X, 3), Num.Whole((long)point.Y) })],
        });
    }

    private static IEnumerable<Layer> Predicted(double? level, double end)
    {
        if (level is { } predicted)
        {
            yield return new CurveLayer("predicted", Palette.Predicted, [new(0, predicted), new(end, predicted)])
            {
                Style = LineStyle.Dashed,
                Hover = "%{y} predicted",
            };
        }
    }
}
