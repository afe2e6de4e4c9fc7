using System.Globalization;

namespace FetchLab.Origin;

/// <summary>Numbers as a reader types them; null for anything else, and for what is out of range.</summary>
internal static class KnobText
{
    public static double? Number(string text, double least, double most) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : null;

    public static int? Whole(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most
            ? number
            : null;
}
