namespace FetchLab.Charts;

/// <summary>The axes and layers of a sweep.</summary>
internal sealed class SweepPlot
{
    // A knee much beyond all runs would push them into a corner.
    private const int FarthestKnee = 8;

    private readonly IReadOnlyList<FetchRun> runs;
    private readonly IReadOnlyList<SweepSeries> series;
    private readonly SweepOf of;
    private readonly SweepCurve? curve;
    private readonly Point[] predicted;
    private readonly double? knee;

    public SweepPlot(IReadOnlyList<FetchRun> runs, SweepOf of, SweepCurve? curve)
    {
        (this.runs, this.of, this.curve) = (runs, of, curve);
        series = SweepSeries.Of(runs);
        var (fewest, most) = (runs.Min(run => run.Workers), runs.Max(run => run.Workers));
        knee = curve?.Knee <= FarthestKnee * most ? curve.Knee : null;
        most = (int)Math.Max(most, Math.Ceiling(knee ?? 0));
        predicted = curve is null ? [] : [.. Sampled.Whole(fewest, most).Select(workers => new Point(workers, Num.Digits(Predicted(curve, workers))))];
        var values = runs.Select(Value).Concat(predicted.Select(point => point.Y)).ToArray();
        var log = LogAxis.Suits(fewest, most);
        X = log
            ? LogAxis.Of("workers (log scale)", runs.Select(run => run.Workers).Append(most))
            : new("workers", 0, most * 1.08) { Whole = true };
        Y = log && LogAxis.Suits(values.Min(), values.Max())
            ? LogAxis.Of(AxisTitle, values.Min(), values.Max())
            : new(AxisTitle, 0, Math.Max(values.Max() * 1.08, 1e-4));
    }

    public string What => of == SweepOf.Makespan ? "time for all pages" : "throughput";

    public Axis X { get; }

    public Axis Y { get; }

    public string Title
    {
        get
        {
            var (fewest, most) = (runs.MinBy(run => run.Workers)!, runs.MaxBy(run => run.Workers)!);
            return $"{What}: {Text(fewest)} with {Num.Count(fewest.Workers, "worker")}" + (most == fewest ? "" : $", {Text(most)} with {Num.Whole(most.Workers)}");
        }
    }

    private string AxisTitle => of == SweepOf.Makespan ? "time for all pages (s)" : "throughput (pages/s)";

    public static double Throughput(FetchRun run) => (run.Pages - run.Failed) / RunText.End(run).TotalSeconds;

    public string Text(FetchRun run) => of == SweepOf.Makespan ? run.Makespan.ToText() : $"{Num.Short(Throughput(run), 0)} pages/s";

    public IEnumerable<Layer> Layers()
    {
        if (curve is not null)
        {
            yield return new CurveLayer("predicted", Palette.Predicted, predicted)
            {
                Dashed = true,
                Hover = $"predicted for %{{x}} workers: %{{y}} {(of == SweepOf.Makespan ? "s" : "pages/s")}",
            };
        }

        if (knee is { } at)
        {
            var text = $"knee at {Num.Short(at, 1)} workers";
            yield return new CurveLayer(text, Palette.Ink, [new(at, Y.From), new(at, Y.To)]) { Hover = text };
        }

        for (var index = 0; index < series.Count; index++)
        {
            var one = series[index];
            yield return new DotLayer(
                one.Name, Palette.Series[index % Palette.Series.Length],
                [.. one.Runs.Select(run => new Point(run.Workers, Num.Digits(Value(run))))], (DotShape)(index % 4), [.. CompareHover.Fields(one.Runs)]);
        }
    }

    private double Value(FetchRun run) => of == SweepOf.Makespan ? Math.Max(run.Makespan.TotalSeconds, 1e-4) : Throughput(run);

    private double Predicted(SweepCurve curve, int workers)
    {
        var pages = runs[0].Pages;
        return (of, runs.All(run => run.Pages == pages)) switch
        {
            (SweepOf.Makespan, _) => curve.Makespan(pages, workers),
            (_, true) => pages / curve.Makespan(pages, workers),
            _ => curve.Throughput(workers),
        };
    }
}
