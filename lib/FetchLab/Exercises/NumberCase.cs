namespace FetchLab;

/// <summary>One thing that an answer which computes a number is asked.</summary>
/// <param name="Asked">The question in words.</param>
/// <param name="Given">What the answer says.</param>
/// <param name="Expected">What is right.</param>
/// <param name="Hint">What to think about where the two differ.</param>
internal sealed record NumberCase(string Asked, double Given, double Expected, string Hint)
{
    /// <summary>Rounding is no mistake.</summary>
    private const double Tolerance = 1e-6;

    private bool IsRight => Math.Abs(Given - Expected) <= Tolerance * Math.Max(1, Math.Abs(Expected));

    /// <summary>The first case that is wrong, with its hint; otherwise right.</summary>
    /// <param name="cases">In the order in which a reader should meet them.</param>
    /// <param name="right">What to say where all are right.</param>
    public static Verdict Judge(IEnumerable<NumberCase> cases, string right) =>
        cases.FirstOrDefault(one => !one.IsRight) is { } wrong
            ? Verdict.NotYet(FormattableString.Invariant($"For {wrong.Asked} your answer says {wrong.Given:0.##}. {wrong.Hint}"))
            : Verdict.Right(right);
}
