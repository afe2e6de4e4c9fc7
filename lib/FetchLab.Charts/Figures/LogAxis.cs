namespace FetchLab.Charts;

/// <summary>Axes on which each doubling takes the same room.</summary>
internal static class LogAxis
{
    /// <summary>From here on the small values of a linear axis would stand on one spot.</summary>
    public const double WorthIt = 8;

    /// <summary>Whether values spread so far that only a logarithmic axis keeps the small ones apart.</summary>
    public static bool Suits(double least, double most) => least > 0 && most / least >= WorthIt;

    /// <summary>An axis with a little room at both ends, and 1, 2 and 5 of each power of ten on it (of many, 1 alone).</summary>
    /// <param name="title">What the axis counts, with its unit.</param>
    /// <param name="least">The least value that is drawn; more than 0.</param>
    /// <param name="most">The largest.</param>
    public static Axis Of(string title, double least, double most)
    {
        var (from, to) = (least / Room(least, most), most * Room(least, most));
        var digits = to / from > 2000 ? new[] { 1 } : [1, 2, 5];
        var powers = Enumerable.Range((int)Math.Floor(Math.Log10(from)), (int)Math.Ceiling(Math.Log10(to / from)) + 2);
        var values = powers.SelectMany(power => digits.Select(digit => Math.Round(digit * Math.Pow(10, power), 10)));
        return At(title, from, to, values.Where(value => value >= from && value <= to));
    }

    /// <summary>The same with the values themselves on the axis, but for those whose texts would touch.</summary>
    public static Axis Of(string title, IEnumerable<int> values)
    {
        var all = values.Distinct().Order().ToArray();
        var room = Room(all[0], all[^1]);
        var axis = new Axis(title, all[0] / room, all[^1] * room) { Log = true };
        var last = double.NegativeInfinity;
        return At(title, axis.From, axis.To, all.Select(value => (double)value).Where(value =>
        {
            var far = axis.Part(value) - last >= 0.04;
            last = far ? axis.Part(value) : last;
            return far;
        }).ToArray());
    }

    private static Axis At(string title, double from, double to, IEnumerable<double> values) => new(title, from, to)
    {
        Log = true,
        Labels = [.. values.Select(value => new Tick(value, Num.Short(value, 6)))],
    };

    // A twentieth of the whole, and as much as shows where all values are the same.
    private static double Room(double least, double most) => Math.Max(1.05, Math.Pow(most / least, 0.05));
}
