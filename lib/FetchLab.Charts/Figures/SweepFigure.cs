namespace FetchLab.Charts;

/// <summary>What more workers bring.</summary>
public static class SweepFigure
{
    /// <summary>
    /// A dot a run, over its number of workers, and the formula's curve behind them: max(⌈N/W⌉·L, N·s/K) for the makespan
    /// in seconds; N over that for the throughput in pages a second, or min(W/L, K/s) where runs differ in their pages. L is the
    /// mean time that the origin held replies in the run with the fewest workers.
    /// </summary>
    /// <param name="runs">At least one; a series for each strategy, whatever its number of workers.</param>
    /// <param name="of">The makespan, or the throughput.</param>
    /// <param name="slots">K, how many fetches the server serves at once; the knee C* = K·L/s is marked then, unless it lies beyond eight times the workers. Null: no limit.</param>
    /// <param name="serviceMs">s, how much of L holds a slot, in ms; null for all of it.</param>
    /// <param name="crosstalk">
    /// Whether workers contend and talk to each other: then the Universal Scalability Law is fitted to each strategy's runs, at
    /// least 6, and drawn with its 95 % interval as a band. A peak is marked only where the interval of κ excludes 0.
    /// </param>
    /// <param name="guesses">What was guessed before: marks with their texts. One of NaN is left out; null: none was made.</param>
    /// <exception cref="FetchLabException">
    /// There is no run, one has no records, a number is not positive, makespans of different numbers of pages are asked for, both
    /// slots and crosstalk are, or there are too few runs to fit.
    /// </exception>
    public static Figure Sweep(
        this IEnumerable<FetchRun> runs, SweepOf of = SweepOf.Makespan, int? slots = null, double? serviceMs = null,
        bool crosstalk = false, IEnumerable<Guess>? guesses = null)
    {
        var all = RunText.AtLeastOne(runs);
        Validate(all, of, slots, serviceMs, crosstalk);
        var curve = SweepCurve.Of(all, slots, serviceMs);
        var plot = new SweepPlot(all, of, curve, crosstalk, Guess.Made(guesses));
        return new(new()
        {
            Title = plot.Title,
            Description = $"Dots of the {plot.What} over the number of workers, and the predicted curve. " +
                string.Join("; ", all.Select(run => $"{run.Strategy}: {plot.Text(run)}").Concat(plot.Caption).Concat(plot.Guesses)) + ".",
            X = plot.X,
            Y = plot.Y,
            Layers = [.. plot.Layers()],
            Caption = plot.Caption,
            Marks = plot.Guesses,
            Table = [["strategy", "workers", "pages", "measured (s)", "predicted (s)", "pages/s"], .. all.OrderBy(run => run.Workers).Select(run => new[]
            {
                run.Strategy, Num.Whole(run.Workers), Num.Whole(run.Pages), Num.Short(run.Makespan.TotalSeconds, 3),
                Num.Short(RunText.Prediction(run).Makespan.TotalSeconds, 3), Num.Short(SweepPlot.Throughput(run), 1),
            })],
        });
    }

    private static void Validate(IReadOnlyList<FetchRun> runs, SweepOf of, int? slots, double? serviceMs, bool crosstalk)
    {
        foreach (var run in runs)
        {
            RunText.NeedsFetches(run);
        }

        if (slots < 1)
            throw new FetchLabException($"slots must be at least 1, but was {Num.Whole(slots.Value)}; try 8, or leave it out.");
        if (serviceMs is <= 0 or double.NaN)
            throw new FetchLabException($"serviceMs must be more than 0, but was {Num.Short(serviceMs.Value)}; try 10, or leave it out.");
        if (slots is { } limit && crosstalk)
            throw new FetchLabException($"a sweep has a limit of slots or crosstalk, but slots was {Num.Whole(limit)} and crosstalk true; leave one of them out.");
        var (least, most) = (runs.Min(run => run.Pages), runs.Max(run => run.Pages));
        if (of == SweepOf.Makespan && least != most)
            throw new FetchLabException(
                $"makespans can be compared over the same pages, but there were {Num.Whole(least)} to {Num.Count(most, "page")}; try Sweep(SweepOf.Throughput).");
    }
}
