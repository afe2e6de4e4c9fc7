namespace FetchLab.Charts;

/// <summary>The number of requests in flight as a line that steps.</summary>
internal static class InFlightLevel
{
    // More steps than a screen is wide cannot be seen, and make the figure heavy.
    private const int MostPoints = 500;
    private const int Slots = 200;

    /// <summary>
    /// From zero at the start, a point for each change. Of very many changes each two-hundredth of the run keeps its highest
    /// level and its last: no peak is lost.
    /// </summary>
    public static IReadOnlyList<Point> Points(FetchRun run, TimeUnit unit)
    {
        Point[] all = [new(0, 0), .. run.InFlightChanges.Select(change => new Point(unit.Of(change.At), change.InFlight))];
        if (all.Length <= MostPoints)
        {
            return all;
        }

        var slot = all[^1].X / Slots;
        return [all[0], .. all.Skip(1).GroupBy(point => (int)(point.X / slot)).SelectMany(points => new[] { points.MaxBy(point => point.Y), points.Last() }.Distinct())];
    }
}
