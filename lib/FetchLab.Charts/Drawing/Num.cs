using System.Globalization;

namespace FetchLab.Charts;

/// <summary>Numbers as text, the same in every country.</summary>
internal static class Num
{
    /// <summary>A value with at most <paramref name="decimals"/> decimals and no zeros at its end.</summary>
    public static string Short(double value, int decimals = 2) =>
        Math.Round(value, decimals).ToString("0.########", CultureInfo.InvariantCulture);

    /// <summary>A value to five digits: what a figure can show, in as few letters as that takes.</summary>
    public static double Digits(double value, int digits = 5) => value == 0
        ? 0
        : Math.Round(value, (int)Math.Clamp(digits - 1 - Math.Floor(Math.Log10(Math.Abs(value))), 0, 12));

    /// <summary>A count and its noun: <c>1 page</c>, <c>100 pages</c>.</summary>
    public static string Count(int count, string one, string? many = null) =>
        $"{Whole(count)} {(count == 1 ? one : many ?? one + "s")}";

    public static string Whole(long value) => value.ToString(CultureInfo.InvariantCulture);
}
