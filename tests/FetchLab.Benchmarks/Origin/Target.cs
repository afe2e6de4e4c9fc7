using System.Globalization;

namespace FetchLab.Benchmarks;

/// <summary>A bound on a figure: the most that it may be, or the least.</summary>
internal sealed record Target(double Bound, bool IsLeast)
{
    public static Target AtMost(double bound) => new(bound, IsLeast: false);

    public static Target AtLeast(double bound) => new(bound, IsLeast: true);

    public bool IsMetBy(double value) => IsLeast ? value >= Bound : value <= Bound;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(IsLeast ? '≥' : '≤')} {Bound:0.###}");
}
