using System.Globalization;

namespace FetchLab.Origin;

/// <summary>
/// How a time is spread over requests: always the same (<c>50</c>), <c>uniform(20,80)</c> from the first to the second, or
/// <c>lognormal(50,0.5)</c> with its median and the standard deviation of its logarithm. In ms.
/// </summary>
internal sealed record Spread(SpreadKind Kind, double First, double Second = 0)
{
    /// <summary>The longest time that may be asked for; a log-normal one is cut off there.</summary>
    public const double Most = 60_000;

    public static Spread Fixed(double milliseconds) => new(SpreadKind.Fixed, milliseconds);

    /// <returns>Null if the text is none of the three, or out of range.</returns>
    public static Spread? Parse(string text)
    {
        if (KnobText.Number(text, 0, Most) is { } milliseconds)
            return Fixed(milliseconds);
        if (text.Split('(', ')') is not [var name, var inside, ""] || inside.Split(',') is not [var first, var second])
            return null;

        var spread = new Spread(
            name == "uniform" ? SpreadKind.Uniform : SpreadKind.LogNormal,
            KnobText.Number(first, 0, Most) ?? double.NaN,
            KnobText.Number(second, 0, Most) ?? double.NaN);
        return name switch
        {
            "uniform" when spread.First <= spread.Second => spread,
            "lognormal" when spread is { First: >= 0, Second: <= 10 } => spread,
            _ => null,
        };
    }

    /// <summary>The time in ms of the attempt that the dice belong to.</summary>
    /// <param name="dice">Its chance.</param>
    /// <param name="use">The number of what is drawn, and, for a second throw, the one after it.</param>
    public double Draw(Dice dice, int use) => Kind switch
    {
        SpreadKind.Uniform => First + ((Second - First) * dice.Roll(use)),
        SpreadKind.LogNormal => Math.Min(Most, First * Math.Exp(Second * Normal(dice.Roll(use), dice.Roll(use + 1)))),
        _ => First,
    };

    public override string ToString() => Kind switch
    {
        SpreadKind.Uniform => string.Create(CultureInfo.InvariantCulture, $"uniform({First},{Second})"),
        SpreadKind.LogNormal => string.Create(CultureInfo.InvariantCulture, $"lognormal({First},{Second})"),
        _ => First.ToString(CultureInfo.InvariantCulture),
    };

    /// <remarks>Box and Muller, A Note on the Generation of Random Normal Deviates, 1958.</remarks>
    private static double Normal(double one, double other) => Math.Sqrt(-2 * Math.Log(1 - one)) * Math.Cos(2 * Math.PI * other);
}
