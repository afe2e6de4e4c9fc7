namespace FetchLab.Charts;

/// <summary>Values at which a curve is computed.</summary>
internal static class Sampled
{
    /// <summary>All whole numbers of a range, or of a long one some that lie evenly where each doubling is as wide.</summary>
    public static IEnumerable<int> Whole(int from, int to, int most = 150) => to - from < most
        ? Enumerable.Range(from, to - from + 1)
        : Enumerable.Range(0, most).Select(i => (int)Math.Round(from * Math.Pow((double)to / from, i / (most - 1.0)))).Distinct();
}
