namespace FetchLab.Charts;

/// <summary>One axis of a figure. Where <paramref name="From"/> is the larger number, the axis runs backwards.</summary>
/// <param name="Title">What the axis counts, with its unit.</param>
/// <param name="From">The value at the left, or at the bottom.</param>
/// <param name="To">The value at the right, or at the top.</param>
internal sealed record Axis(string Title, double From, double To)
{
    /// <summary>At most so many round numbers are written on an axis that has no <see cref="Labels"/>.</summary>
    public const int MostTicks = 8;

    /// <summary>The texts on the axis; null where it shows round numbers.</summary>
    public IReadOnlyList<Tick>? Labels { get; init; }

    /// <summary>Where thin lines cross the figure, if not at the round numbers.</summary>
    public IReadOnlyList<double> Rules { get; init; } = [];

    /// <summary>Whether each doubling takes the same room; such an axis has <see cref="Labels"/>. See <see cref="LogAxis"/>.</summary>
    public bool Log { get; init; }

    /// <summary>Whether the axis counts things, which come whole: no 0.5 is written on it.</summary>
    public bool Whole { get; init; }

    /// <summary>From one round number to the next.</summary>
    public double Step
    {
        get
        {
            var rough = Math.Abs(To - From) / MostTicks;
            var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
            var step = power * (rough / power) switch { <= 2 => 2, <= 5 => 5, _ => 10 };
            return Whole ? Math.Max(1, step) : step;
        }
    }

    /// <summary>
    /// The round numbers, by the rule that plotly.js follows when it is asked for at most <see cref="MostTicks"/> of
    /// them, so that the still has the same as the live chart.
    /// </summary>
    public IEnumerable<double> RoundNumbers()
    {
        var step = Step;
        for (var i = 0; i * step <= Math.Max(From, To) + step * 1e-9; i++)
        {
            yield return Math.Round(i * step, 10);
        }
    }

    /// <summary>What is written on the axis, and where.</summary>
    public IReadOnlyList<Tick> Ticks() => Labels ?? [.. RoundNumbers().Select(value => new Tick(value, Num.Short(value, 6)))];

    /// <summary>How far along the axis a value stands: 0 at <see cref="From"/>, 1 at <see cref="To"/>.</summary>
    public double Part(double value) => Log ? Math.Log(value / From) / Math.Log(To / From) : (value - From) / (To - From);

    /// <summary>The value that stands so far along the axis: what <see cref="Part"/> takes back.</summary>
    public double At(double part) => Num.Digits(Log ? From * Math.Pow(To / From, part) : From + (To - From) * part);
}
