using System.Globalization;

namespace FetchLab;

/// <summary>
/// How a time is spread over requests, in ms. A number stands for a time that is always the same:
/// <c>new PageSpec { Latency = 50, Service = Spread.Uniform(10, 30) }</c>.
/// </summary>
public readonly record struct Spread
{
    private const double MostMs = 60_000;

    private Spread(string text, double meanMs) => (Text, MeanMs) = (text, meanMs);

    /// <summary>The mean in ms. A log-normal time's is <c>median·exp(σ²/2)</c>.</summary>
    public double MeanMs { get; }

    private string? Text { get; }

    /// <summary>Always the same.</summary>
    /// <param name="milliseconds">From 0 to 60000.</param>
    /// <exception cref="FetchLabException">It is out of range.</exception>
    public static Spread Fixed(double milliseconds) =>
        new(Number(Require.Between(0, MostMs, milliseconds, "a time in ms", "50")), milliseconds);

    /// <summary>Every time between two is as likely.</summary>
    /// <param name="lowMs">The shortest, from 0 to 60000 ms.</param>
    /// <param name="highMs">The longest, from the shortest to 60000 ms.</param>
    /// <exception cref="FetchLabException">One is out of range.</exception>
    public static Spread Uniform(double lowMs, double highMs)
    {
        Require.Between(0, MostMs, lowMs, "the shortest time in ms", "20");
        Require.Between(lowMs, MostMs, highMs, "the longest time in ms", Number(lowMs + 60));
        return new($"uniform({Number(lowMs)},{Number(highMs)})", (lowMs + highMs) / 2);
    }

    /// <summary>Many times near the median, and a few that are much longer.</summary>
    /// <param name="medianMs">Half of the times are shorter; from 0 to 60000 ms.</param>
    /// <param name="sigma">The standard deviation of the logarithm, from 0 to 10; at 0.5 one in twenty takes 2.3 medians.</param>
    /// <exception cref="FetchLabException">One is out of range.</exception>
    public static Spread LogNormal(double medianMs, double sigma)
    {
        Require.Between(0, MostMs, medianMs, "the median time in ms", "50");
        Require.Between(0, 10, sigma, "sigma", "0.5");
        return new($"lognormal({Number(medianMs)},{Number(sigma)})", medianMs * Math.Exp(sigma * sigma / 2));
    }

    /// <inheritdoc cref="Fixed"/>
    public static implicit operator Spread(double milliseconds) => Fixed(milliseconds);

    /// <inheritdoc cref="Fixed"/>
    public static Spread FromDouble(double milliseconds) => Fixed(milliseconds);

    /// <summary>As the origin reads it: <c>50</c>, <c>uniform(20,80)</c> or <c>lognormal(50,0.5)</c>.</summary>
    public override string ToString() => Text ?? "0";

    /// <summary>The time where it is always the same; null where it is not.</summary>
    internal double? FixedMs => ToString().EndsWith(')') ? null : MeanMs;

    /// <summary>The same, so many times as long.</summary>
    internal Spread Scaled(double factor) => ToString().Split('(', ',', ')') switch
    {
        ["uniform", var low, var high, ""] => Uniform(ParseNumber(low) * factor, ParseNumber(high) * factor),
        ["lognormal", var median, var sigma, ""] => LogNormal(ParseNumber(median) * factor, ParseNumber(sigma)),
        _ => Fixed(MeanMs * factor),
    };

    /// <summary>Reads what the origin wrote.</summary>
    internal static Spread Parse(string text)
    {
        if (text.Split('(', ',', ')') is not [var name, var first, var second, ""])
            return Fixed(ParseNumber(text));
        return name == "uniform"
            ? Uniform(ParseNumber(first), ParseNumber(second))
            : LogNormal(ParseNumber(first), ParseNumber(second));
    }

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);

    private static double ParseNumber(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
