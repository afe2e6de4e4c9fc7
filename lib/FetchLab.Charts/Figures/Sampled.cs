namespace FetchLab.Charts;

/// <summary>Values at which a curve is computed.</summary>
internal static class Sampled
{
    private const int Most = 150;

    /// <summary>All whole numbers of a range, or of a long one 150 that lie evenly where each doubling is as wide.</summary>
    public static IEnumerable<int> Whole(int from, int to) => to - from < Most
        ? Enumerable.Range(from, to - from + 1)
        : Enumerable.Range(0, Most).Select(i => (int)Math.Round(from * Math.Pow((double)to / from, i / (Most - 1.0)))).Distinct();
}
