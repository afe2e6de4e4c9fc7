using System.Runtime.CompilerServices;

namespace FetchLab.Charts;

/// <summary>
/// What somebody expected before the run: a mark of its own in <see cref="CompareFigure.Compare"/> and
/// <see cref="SweepFigure.Sweep"/>. A guess of <see cref="double.NaN"/> has none: nobody has guessed yet.
/// </summary>
/// <example><c>runs.Compare([Guess.Ms("my guess", myGuess), Guess.Ms("ten times faster", 500)])</c></example>
public sealed record Guess
{
    private const double Most = 1e9;

    private Guess(string text, double value, GuessOf of) => (Text, Value, Of) = (text, value, of);

    /// <summary>Whose guess it is, or what is thought, such as <c>my guess</c>.</summary>
    public string Text { get; }

    /// <summary>In seconds, pages a second or workers.</summary>
    internal double Value { get; }

    internal GuessOf Of { get; }

    /// <summary>The number of workers that it is for; null where it is for none or for all.</summary>
    internal int? ForWorkers { get; private init; }

    /// <summary>A guess of the time for all pages, in milliseconds.</summary>
    /// <exception cref="FetchLabException">It is not more than 0, or not finite.</exception>
    public static Guess Ms(string text, double milliseconds) => new(text, Checked(milliseconds) / 1000, GuessOf.Makespan);

    /// <summary>A guess of the time for all pages, in seconds.</summary>
    /// <exception cref="FetchLabException">It is not more than 0, or not finite.</exception>
    public static Guess Seconds(string text, double seconds) => new(text, Checked(seconds), GuessOf.Makespan);

    /// <summary>A guess of the throughput, in pages a second. A sweep shows it.</summary>
    /// <exception cref="FetchLabException">It is not more than 0, or not finite.</exception>
    public static Guess PagesPerSecond(string text, double pagesPerSecond) => new(text, Checked(pagesPerSecond), GuessOf.Throughput);

    /// <summary>A guess of a number of workers: from which on more of them bring nothing. A sweep shows it.</summary>
    /// <exception cref="FetchLabException">It is not more than 0, or not finite.</exception>
    public static Guess Workers(string text, double workers) => new(text, Checked(workers), GuessOf.Workers);

    /// <summary>The same guess for one number of workers: in a sweep a point, and not a line over all of them.</summary>
    /// <exception cref="FetchLabException">There is no worker.</exception>
    public Guess At(int workers) => workers >= 1
        ? this with { ForWorkers = workers }
        : throw new FetchLabException($"workers must be at least 1, but was {Num.Whole(workers)}; try 10.");

    /// <summary>Those that were really made.</summary>
    internal static IReadOnlyList<Guess> Made(IEnumerable<Guess>? guesses) =>
        [.. (guesses ?? []).Where(guess => !double.IsNaN(guess.Value))];

    /// <summary>Such as <c>500 ms</c>, <c>200 pages/s</c> or <c>8 workers</c>.</summary>
    internal string Amount() => Of switch
    {
        GuessOf.Makespan => TimeSpan.FromSeconds(Value).ToText(),
        GuessOf.Throughput => $"{Num.Short(Value, 1)} pages/s",
        _ => $"{Num.Short(Value, 1)} workers",
    };

    private static double Checked(double value, [CallerArgumentExpression(nameof(value))] string what = "") =>
        value is (> 0 and <= Most) or double.NaN
            ? value
            : throw new FetchLabException(
                $"{what} of a guess must be more than 0 and at most {Num.Short(Most)}, but was {Num.Short(value)}; try 500, or double.NaN for no guess.");
}
