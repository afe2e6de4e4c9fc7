namespace FetchLab.Charts;

/// <summary>Guesses below the runs of a comparison: a row each, so that they cannot hide each other.</summary>
internal sealed class CompareGuesses
{
    // Milliseconds taken for seconds must not push all bars against the axis.
    private const double Farthest = 4;

    private readonly IReadOnlyList<Guess> guesses;
    private readonly int firstRow;
    private readonly double limit;

    /// <param name="guesses">Those that were made.</param>
    /// <param name="runs">The rows above.</param>
    /// <param name="longest">The longest of the runs and their predictions, in seconds.</param>
    /// <exception cref="FetchLabException">One is not of a time.</exception>
    public CompareGuesses(IReadOnlyList<Guess> guesses, int runs, double longest)
    {
        if (guesses.FirstOrDefault(guess => guess.Of != GuessOf.Makespan) is { } other)
            throw new FetchLabException($"the guess '{other.Text}' is {other.Amount()}, but a comparison shows times; try Guess.Ms(\"{other.Text}\", 500).");
        (this.guesses, firstRow, limit) = (guesses, runs, Farthest * longest);
    }

    public IEnumerable<Lane> Lanes => guesses.Select((guess, place) => new Lane(guess.Text, guess.Amount(), firstRow + place, 1));

    /// <summary>The longest that is drawn, in seconds; 0 where there is none.</summary>
    public double Longest => guesses.Select(End).DefaultIfEmpty().Max();

    public string Description => string.Concat(guesses.Select(guess => $" {guess.Text}: {guess.Amount()}."));

    public IEnumerable<Layer> Layers()
    {
        if (guesses.Count == 0)
        {
            yield break;
        }

        yield return new BarLayer("guessed", Palette.Guessed, [.. guesses.Select((guess, place) => new Bar(firstRow + place, 0, End(guess)))])
        {
            Thickness = 0.3,
            Glyph = '─',
        };
        yield return new LabelLayer("guessed", null, [.. guesses.Select((guess, place) => new Label(firstRow + place, End(guess), Text(guess)))], LabelPlace.Middle);
    }

    private double End(Guess guess) => Math.Round(Math.Min(guess.Value, limit), 6);

    private string Text(Guess guess) => guess.Value > limit ? $"→ {guess.Amount()}" : guess.Amount();
}
