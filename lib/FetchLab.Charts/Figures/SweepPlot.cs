namespace FetchLab.Charts;

/// <summary>The axes and layers of a sweep.</summary>
internal sealed class SweepPlot
{
    // A knee or a peak much beyond all runs would push them into a corner.
    private const int FarthestKnee = 8;

    private readonly IReadOnlyList<FetchRun> runs;
    private readonly IReadOnlyList<SweepSeries> series;
    private readonly SweepOf of;
    private readonly SweepCurve? curve;
    private readonly IReadOnlyList<SweepFit> fits;
    private readonly SweepGuesses guesses;
    private readonly (int Fewest, int Most) workers;
    private readonly Point[] predicted;

    public SweepPlot(IReadOnlyList<FetchRun> runs, SweepOf of, SweepCurve? curve, bool crosstalk, IReadOnlyList<Guess> guesses)
    {
        (this.runs, this.of, this.curve) = (runs, of, curve);
        this.guesses = new(guesses, of, Pages);
        series = SweepSeries.Of(runs);
        fits = crosstalk ? [.. series.Select(one => new SweepFit(one))] : [];
        workers = Range();
        predicted = curve is null ? [] : [.. Sampled.Whole(workers.Fewest, workers.Most).Select(n => new Point(n, Num.Digits(Predicted(curve, n))))];
        X = AcrossWorkers();
        Y = UpValues();
    }

    public string What => of == SweepOf.Makespan ? "time for all pages" : "throughput";

    public Axis X { get; }

    public Axis Y { get; }

    public IReadOnlyList<string> Caption => [.. fits.Select(fit => fit.Text)];

    public IReadOnlyList<string> Guesses => guesses.Texts;

    public string Title
    {
        get
        {
            var (fewest, most) = (runs.MinBy(run => run.Workers)!, runs.MaxBy(run => run.Workers)!);
            return $"{What}: {Text(fewest)} with {Num.Count(fewest.Workers, "worker")}" + (most == fewest ? "" : $", {Text(most)} with {Num.Whole(most.Workers)}");
        }
    }

    private string Unit => of == SweepOf.Makespan ? "s" : "pages/s";

    // The pages of every run; null where they differ.
    private int? Pages => runs.All(run => run.Pages == runs[0].Pages) ? runs[0].Pages : null;

    public static double Throughput(FetchRun run) => (run.Pages - run.Failed) / RunText.End(run).TotalSeconds;

    public string Text(FetchRun run) => of == SweepOf.Makespan ? run.Makespan.ToText() : $"{Num.Short(Throughput(run), 0)} pages/s";

    public IEnumerable<Layer> Layers()
    {
        if (curve is not null)
        {
            yield return new CurveLayer("predicted", Palette.Predicted, predicted)
            {
                Style = LineStyle.Dashed,
                Hover = $"predicted for %{{x}} workers: %{{y}} {Unit}",
            };
        }

        foreach (var layer in fits.SelectMany((fit, index) => fit.Layers(workers.Fewest, workers.Most, Y, Value, Colour(index), Unit, named: index == 0)))
        {
            yield return layer;
        }

        foreach (var (text, at, colour) in Turns().Where(turn => IsNear(turn.At)))
        {
            yield return new CurveLayer(text, colour, [new(at, Y.From), new(at, Y.To)]) 
            {
                Hover = text,

                // The peaks of several strategies are told apart by their colours, and told in the caption.
                Named = fits.Count < 2,
            };
        }

        foreach (var layer in series.Select(Dots).Concat(guesses.Layers(X, Y)))
        {
            yield return layer;
        }
    }

    private static string Colour(int index) => Palette.Series[index % Palette.Series.Length];

    private DotLayer Dots(SweepSeries one, int index) => new(
        one.Name, Colour(index), [.. one.Runs.Select(run => new Point(run.Workers, Num.Digits(Value(run))))], (DotShape)(index % 4),
        [.. CompareHover.Fields(one.Runs)]);

    /// <summary>Where more workers begin to bring nothing: the knee of the slots, or the peak of what was fitted.</summary>
    private IEnumerable<(string Text, double At, string Colour)> Turns()
    {
        if (curve?.Knee is { } knee)
        {
            yield return ($"knee at {Num.Short(knee, 1)} workers", knee, Palette.Ink);
        }

        foreach (var (index, fit) in fits.Index())
        {
            if (fit.Peak is { } peak)
            {
                yield return ($"peak at {Num.Short(peak, 1)} workers", Num.Digits(peak), Colour(index));
            }
        }
    }

    private bool IsNear(double at) => at <= FarthestKnee * runs.Max(run => run.Workers);

    private (int Fewest, int Most) Range()
    {
        var turns = Turns().Select(turn => turn.At).Where(IsNear).Select(at => (int)Math.Ceiling(at));
        return (runs.Min(run => run.Workers), turns.Concat(guesses.Workers(runs.Max(run => run.Workers))).Append(runs.Max(run => run.Workers)).Max());
    }

    private Axis AcrossWorkers() => LogAxis.Suits(workers.Fewest, workers.Most)
        ? LogAxis.Of("workers (log scale)", runs.Select(run => run.Workers).Append(workers.Most))
        : new("workers", 0, workers.Most * 1.08) { Whole = true };

    private Axis UpValues()
    {
        double[] drawn =
        [
            .. runs.Select(Value), .. predicted.Select(point => point.Y),
            .. fits.SelectMany(fit => fit.Points(workers.Fewest, workers.Most, Value)).Select(point => point.Y),
        ];
        double[] all = [.. drawn, .. guesses.Values(drawn.Min(), drawn.Max())];
        var title = $"{What} ({Unit})";
        return X.Log && LogAxis.Suits(all.Min(), all.Max())
            ? LogAxis.Of(title, all.Min(), all.Max())
            : new(title, 0, Math.Max(all.Max() * 1.08, 1e-4));
    }

    private double Value(FetchRun run) => of == SweepOf.Makespan ? Math.Max(run.Makespan.TotalSeconds, 1e-4) : Throughput(run);

    /// <summary>What the figure shows of a throughput.</summary>
    private double Value(double throughput) => of == SweepOf.Makespan ? runs[0].Pages / throughput : throughput;

    private double Predicted(SweepCurve curve, int workers) => (of, Pages) switch
    {
        (SweepOf.Makespan, _) => curve.Makespan(runs[0].Pages, workers),
        (_, { } pages) => pages / curve.Makespan(pages, workers),
        _ => curve.Throughput(workers),
    };
}
