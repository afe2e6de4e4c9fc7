namespace FetchLab;

/// <summary>Where a value lies with a confidence of 95 %.</summary>
public sealed record Interval(double Low, double High)
{
    /// <summary>Whether it has this value in it, its ends included.</summary>
    public bool Contains(double value) => value >= Low && value <= High;
}
