namespace FetchLab.Charts;

/// <summary>Guesses in a sweep: a line over all worker counts, a line at one of them, or a point.</summary>
/// <param name="guesses">Those that were made.</param>
/// <param name="of">What the sweep shows.</param>
/// <param name="pages">The pages of every run; null where runs differ.</param>
internal sealed class SweepGuesses(IReadOnlyList<Guess> guesses, SweepOf of, int? pages)
{
    // What is much farther out than all runs would push them into a corner: it stands at the edge.
    private const double FarthestValue = 4;
    private const double FarthestWorkers = 8;

    // A text that begins further to the right may not end before the figure does.
    private const double FarthestText = 0.6;

    public IReadOnlyList<string> Texts => [.. guesses.Select(guess => $"guessed: {Text(guess)}")];

    /// <summary>The guessed values that are near enough to those of the runs.</summary>
    public IEnumerable<double> Values(double least, double most) => guesses.Where(guess => guess.Of != GuessOf.Workers)
        .Select(Value).Where(value => value >= least / FarthestValue && value <= most * FarthestValue);

    /// <summary>The guessed numbers of workers that are near enough to those of the runs.</summary>
    public IEnumerable<int> Workers(int most) => guesses
        .Select(guess => guess.ForWorkers ?? (guess.Of == GuessOf.Workers ? Math.Max(1, guess.Value) : 1))
        .Where(workers => workers <= FarthestWorkers * most).Select(workers => (int)Math.Ceiling(workers));

    public IEnumerable<Layer> Layers(Axis x, Axis y)
    {
        var named = true;
        foreach (var (place, guess) in guesses.Index())
        {
            var (across, up) = (Math.Clamp(guess.ForWorkers ?? guess.Value, x.From, x.To), Math.Clamp(Value(guess), y.From, y.To));
            var lines = guess.Of == GuessOf.Workers
                ? (IReadOnlyList<Point>)[new(across, y.From), new(across, y.To)]
                : [new(x.From, up), new(x.To, up)];
            yield return guess.ForWorkers is null || guess.Of == GuessOf.Workers
                ? new CurveLayer("guessed", Palette.Guessed, lines) { Style = LineStyle.Dotted, Named = named, Hover = Text(guess) }
                : new DotLayer("guessed", Palette.Guessed, [new(across, up)], DotShape.Diamond, [new(Markup.EscapeForPlotly(Text(guess)), [""])]) { Named = named };
            named = false;

            // Each text begins further along its line than the one before: those of guesses that are alike do not meet.
            var along = 0.02 + 0.28 * (place % 3);
            var at = guess.Of == GuessOf.Workers ? new Point(across, y.At(0.98 - along / 2)) : new(guess.ForWorkers is null ? x.At(along) : across, up);
            yield return new NoteLayer("guessed", null, [new(at, Text(guess))]) { Leftwards = x.Part(at.X) > FarthestText };
        }
    }

    private static string Text(Guess guess) =>
        $"{guess.Text}: {guess.Amount()}{(guess is { ForWorkers: { } workers, Of: not GuessOf.Workers } ? $" with {Num.Whole(workers)}" : "")}";

    private double Value(Guess guess) => (guess.Of, of) switch
    {
        (GuessOf.Workers, _) => double.NaN,
        (GuessOf.Makespan, SweepOf.Makespan) or (GuessOf.Throughput, SweepOf.Throughput) => guess.Value,
        _ => pages is { } all
            ? all / guess.Value
            : throw new FetchLabException(
                $"the guess '{guess.Text}' is {guess.Amount()}, but the sweep shows throughput over different numbers of pages; try Guess.PagesPerSecond(\"{guess.Text}\", 200)."),
    };
}
