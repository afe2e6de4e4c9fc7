namespace FetchLab.Charts;

/// <summary>The Universal Scalability Law through the runs of one strategy.</summary>
internal sealed class SweepFit
{
    // The curve is smooth: that many places, the closer the fewer the workers, show all of it.
    private const int Places = 48;

    private readonly string name;
    private readonly ScalabilityFit fit;

    /// <exception cref="FetchLabException">There are fewer than 6 runs, or one brought no page.</exception>
    public SweepFit(SweepSeries series)
    {
        name = series.Name;
        fit = ScalabilityFit.Of(series.Runs.Select(run => ((double)run.Workers, SweepPlot.Throughput(run))));
    }

    /// <summary>The workers of the greatest throughput; null where the interval of κ does not exclude 0.</summary>
    public double? Peak => fit.Peak;

    /// <summary>Such as <c>W threads: σ 0.1 (0.08 to 0.12), κ 0.002 (0.001 to 0.003), peak at 21.2</c>.</summary>
    public string Text => $"{TextWidth.Cut(name, 30)}: {Coefficients}, {Turn}";

    private string Turn => (Peak, fit.Kappa.Contains(0)) switch
    {
        ({ } peak, _) => $"peak at {Num.Short(peak, 1)}",
        (_, true) => "no sure peak",
        _ => "no peak",
    };

    private string Coefficients => $"σ {Number(fit.Curve.Sigma)} ({Text95(fit.Sigma)}), κ {Number(fit.Curve.Kappa)} ({Text95(fit.Kappa)})";

    /// <summary>
    /// The curve over the band that it lies in with a confidence of 95 %, as far as the axis shows that. The value is what the
    /// figure shows of a throughput.
    /// </summary>
    public IEnumerable<Layer> Layers(int from, int to, Axis axis, Func<double, double> value, string colour, string unit, bool named)
    {
        var workers = Sampled.Whole(from, to, Places).ToArray();
        double Drawn(double throughput) => Num.Digits(Math.Clamp(value(throughput), axis.From, axis.To));
        yield return new BandLayer(
            "95 % interval", colour,
            [
                .. workers.Select(n => new Point(n, Drawn(fit.Throughput(n).Low))),
                .. workers.Reverse().Select(n => new Point(n, Drawn(fit.Throughput(n).High))),
            ])
        {
            Named = named,
        };
        yield return new CurveLayer("scalability fit", colour, [.. Points(workers, value)])
        {
            Named = named,
            Hover = $"{Markup.EscapeForPlotly(TextWidth.Cut(name, 40))}, fitted for %{{x}} workers: %{{y}} {unit}<br>{Coefficients}",
        };
    }

    /// <summary>The curve alone.</summary>
    public IEnumerable<Point> Points(int from, int to, Func<double, double> value) => Points(Sampled.Whole(from, to, Places), value);

    private IEnumerable<Point> Points(IEnumerable<int> workers, Func<double, double> value) =>
        workers.Select(n => new Point(n, Num.Digits(value(fit.Curve.Throughput(n)))));

    private static string Text95(Interval interval) => double.IsFinite(interval.High)
        ? $"{Number(interval.Low)} to {Number(interval.High)}"
        : $"{Number(interval.Low)} or more";

    private static string Number(double value) => Num.Short(Num.Digits(value, 3), 8);
}
