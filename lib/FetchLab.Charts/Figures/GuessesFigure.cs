namespace FetchLab.Charts;

/// <summary>What a whole room expected, before a run or over it.</summary>
public static class GuessesFigure
{
    // The texts beside the marks stand above the bars.
    private const double Headroom = 1.35;

    /// <summary>
    /// A histogram of guesses of the time for all pages, in seconds, between round numbers: at 1, 2 and 5 of each power of ten where the
    /// guesses lie far apart, else at equal steps. Lines stand at the time that the formula gives and at the measured one.
    /// </summary>
    /// <param name="run">What was guessed about; null while it has not run: the guesses alone are drawn.</param>
    /// <param name="seconds">A guess a person. One of NaN is left out.</param>
    /// <exception cref="FetchLabException">No guess was given, or one is not more than 0.</exception>
    public static Figure Guesses(this FetchRun? run, params IEnumerable<double> seconds)
    {
        double[] guesses = [.. Guess.Made(seconds?.Select(value => Guess.Seconds("one", value))).Select(guess => guess.Value).Order()];
        if (guesses.Length == 0)
            throw new FetchLabException("There is no guess to show; give at least one, in seconds, such as Lab.Guesses(1.2, 5, 30).");

        var marks = Marks(run).ToArray();
        var bins = new GuessBins(guesses, marks.Select(mark => mark.Seconds));
        var x = bins.Axis("guessed time for all pages");
        var most = bins.All.Max(bin => bin.Count);
        var y = new Axis("guesses", 0, most * (marks.Length > 0 ? Headroom : 1.08)) { Whole = true };
        var told = $"{Num.Count(guesses.Length, "guess", "guesses")}: {Text(guesses[0])} to {Text(guesses[^1])}, the middle one {Text(guesses[guesses.Length / 2])}";
        return new(new()
        {
            Title = run is null ? told : $"{told}; measured {run.Makespan.ToText()}",
            Description = $"A histogram. {told}. {string.Concat(marks.Select(mark => $"{mark.Text}. "))}".TrimEnd(),
            X = x,
            Y = y,
            Layers = [.. Bars(bins), .. marks.SelectMany((mark, place) => Line(mark, place, x, y))],
            Table = [["from (s)", "to (s)", "guesses"], .. bins.All.Select(bin => new[] { Num.Short(bin.From, 6), Num.Short(bin.To, 6), Num.Whole(bin.Count) })],
            Marks = [.. marks.Select(mark => mark.Text)],
        });
    }

    private static IEnumerable<(string Name, string Colour, double Seconds, string Text)> Marks(FetchRun? run)
    {
        if (run is null)
        {
            yield break;
        }

        yield return ("predicted", Palette.Predicted, TimeUnit.Seconds.Of(RunText.Prediction(run).Makespan), RunText.Predicted(run));
        yield return ("measured", Palette.Measured, TimeUnit.Seconds.Of(run.Makespan), $"measured {run.Makespan.ToText()}");
    }

    private static IEnumerable<Layer> Bars(GuessBins bins)
    {
        var named = true;
        foreach (var (from, to, count) in bins.All.Where(bin => bin.Count > 0))
        {
            Point[] edge = [new(from, 0), new(from, count), new(to, count), new(to, 0)];
            yield return new BandLayer("guessed", Palette.Guessed, edge) { Named = false };
            yield return new CurveLayer("guessed", Palette.Guessed, edge)
            {
                Named = named,
                Hover = $"{Num.Count(count, "guess", "guesses")} from {Num.Short(from, 6)} to {Num.Short(to, 6)} s",
            };
            named = false;
        }
    }

    private static IEnumerable<Layer> Line((string Name, string Colour, double Seconds, string Text) mark, int place, Axis x, Axis y)
    {
        var at = Math.Clamp(mark.Seconds, x.From, x.To);
        yield return new CurveLayer(mark.Name, mark.Colour, [new(at, y.From), new(at, y.To)])
        {
            Style = mark.Name == "predicted" ? LineStyle.Dashed : LineStyle.Solid,
            Hover = mark.Text,
        };
        // One below the other: the two times are often almost the same.
        yield return new NoteLayer(mark.Name, mark.Colour, [new(new(at, y.At(0.99 - 0.08 * place)), mark.Text)]) { Leftwards = x.Part(at) > 0.6 };
    }

    private static string Text(double seconds) => TimeSpan.FromSeconds(seconds).ToText();
}
