using System.Globalization;
using Microsoft.Data.Analysis;

namespace FetchLab.Charts;

/// <summary>The values of a column as texts.</summary>
internal static class FrameCells
{
    private const int MostDecimals = 4;

    /// <summary>
    /// The first values, at most <paramref name="most"/>. Numbers of a column have the same decimals, so that their points
    /// stand under each other: as many as the one that needs most, and never more than four. A missing value is empty.
    /// </summary>
    public static string[] Of(DataFrameColumn column, int most)
    {
        var values = Enumerable.Range(0, (int)Math.Min(column.Length, most)).Select(row => column[row]).ToArray();
        var format = "F" + Num.Whole(values.Select(Decimals).DefaultIfEmpty().Max());
        return [.. values.Select(value => value switch
        {
            null => "",
            double or float => Convert.ToDouble(value, CultureInfo.InvariantCulture).ToString(format, CultureInfo.InvariantCulture),
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        })];
    }

    private static int Decimals(object? value) => value is double or float
        ? Num.Short(Convert.ToDouble(value, CultureInfo.InvariantCulture), MostDecimals).Split('.') is [_, var decimals] ? decimals.Length : 0
        : 0;
}
