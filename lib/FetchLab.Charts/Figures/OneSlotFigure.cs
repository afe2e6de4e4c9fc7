namespace FetchLab.Charts;

/// <summary>What the utilisation of one slot does to those who ask for it.</summary>
public static class OneSlotFigure
{
    // At 1 the curve would have no end.
    private const double Last = 0.97;

    /// <summary>
    /// A dot a mean, in ms over the utilisation ρ, a series for each kind, and behind them the curve of
    /// <see cref="Formula.LatencyOfOneSlot"/>: R = s·(1 + ρ/(2(1−ρ))), for constant service and arrivals at random.
    /// </summary>
    /// <param name="means">At least one.</param>
    /// <param name="serviceMs">s, more than 0.</param>
    /// <param name="guesses">Guesses of a mean: a dotted line each. One of NaN is left out; null: none was made.</param>
    /// <exception cref="FetchLabException">There is no mean, one's utilisation is out of range, or the service is not more than 0.</exception>
    public static Figure OneSlot(this IEnumerable<MeanLatency> means, double serviceMs, IEnumerable<Guess>? guesses = null)
    {
        MeanLatency[] all = [.. means];
        if (all.Length == 0)
            throw new FetchLabException("There is no mean to show; give at least one, such as MeanLatency.Of(\"measured\", 0.8, run).");
        if (serviceMs is not > 0)
            throw new FetchLabException($"serviceMs must be more than 0, but was {Num.Short(serviceMs)}; try 10.");

        double Predicted(double utilisation) => Formula.LatencyOfOneSlot(TimeSpan.FromMilliseconds(serviceMs), utilisation).TotalMilliseconds;
        var (made, kinds) = (Guess.Made(guesses), all.GroupBy(mean => mean.Kind).ToArray());
        var most = Math.Max(Predicted(Last), all.Max(Ms)) * 1.08;
        return new(new()
        {
            Title = $"one slot, s = {Num.Short(serviceMs)} ms: the mean latency by utilisation",
            Description = "Dots of the mean latency over the utilisation, and the predicted curve, which rises without end towards 1. " +
                string.Join("; ", all.Select(mean => $"{mean.Kind}, ρ {Num.Short(mean.Utilisation)}: {mean.Latency.ToText()}")) + ".",
            X = new("utilisation ρ", 0, 1),
            Y = new("mean latency (ms)", 0, most),
            Layers =
            [
                new CurveLayer("predicted", Palette.Predicted, [.. Curve().Select(utilisation => new Point(utilisation, Num.Digits(Predicted(utilisation))))])
                {
                    Hover = "predicted at ρ = %{x}: %{y} ms",
                },
                .. made.Select(guess => new CurveLayer(
                    $"{guess.Text}: {guess.Amount()}", Palette.Guessed, [new(0, Math.Min(guess.Value * 1000, most)), new(1, Math.Min(guess.Value * 1000, most))])
                {
                    Style = LineStyle.Dotted,
                    Hover = $"{guess.Text}: {guess.Amount()}",
                }),
                .. kinds.Select((kind, place) => Dots(kind.Key, [.. kind], place)),
            ],
            Marks = [.. made.Select(guess => $"guessed: {guess.Text}: {guess.Amount()}")],
            Table = [["kind", "ρ", "pages", "mean (ms)", "predicted (ms)"], .. all.Select(mean => new[]
            {
                mean.Kind, Num.Short(mean.Utilisation, 3), Num.Whole(mean.Pages), Num.Short(Ms(mean), 2), Num.Short(Predicted(mean.Utilisation), 2),
            })],
        });
    }

    private static DotLayer Dots(string kind, MeanLatency[] means, int place) => new(
        kind, Palette.Series[place % Palette.Series.Length], [.. means.Select(mean => new Point(mean.Utilisation, Num.Digits(Ms(mean))))], (DotShape)(place % 4),
        [
            new("<b>", [.. means.Select(_ => kind)]),
            new("</b><br>mean ", [.. means.Select(mean => mean.Latency.ToText())]),
            new(" of ", [.. means.Select(mean => Num.Count(mean.Pages, "page"))]),
        ]);

    private static IEnumerable<double> Curve() => Enumerable.Range(0, (int)(100 * Last) + 1).Select(percent => percent / 100.0);

    private static double Ms(MeanLatency mean) => mean.Latency.TotalMilliseconds;
}
