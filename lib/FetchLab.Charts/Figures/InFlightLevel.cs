namespace FetchLab.Charts;

/// <summary>The number of requests in flight as it changes.</summary>
internal sealed class InFlightLevel
{
    // More steps than a screen is wide cannot be seen, and make the figure heavy.
    private const int MostPoints = 500;
    private const int Slots = 200;

    private readonly IReadOnlyList<(TimeSpan At, int Level)> changes;
    private readonly TimeSpan total;

    public InFlightLevel(IReadOnlyList<FetchRecord> records)
    {
        total = new(records.Sum(record => record.Duration.Ticks));
        changes = [.. Changes(records)];
        Peak = changes.Max(change => change.Level);
    }

    public int Peak { get; }

    /// <summary>All time in flight over the time of the run: Little's X·R.</summary>
    public double MeanOver(TimeSpan run) => total / run;

    /// <summary>
    /// From zero at the start, a point for each change. Of very many changes each two-hundredth of the run keeps its highest
    /// level and its last: no peak is lost.
    /// </summary>
    public IReadOnlyList<Point> Points(TimeUnit unit)
    {
        Point[] all = [new(0, 0), .. changes.Select(change => new Point(unit.Of(change.At), change.Level))];
        if (all.Length <= MostPoints)
        {
            return all;
        }

        var slot = all[^1].X / Slots;
        return [all[0], .. all.Skip(1).GroupBy(point => (int)(point.X / slot)).SelectMany(points => new[] { points.MaxBy(point => point.Y), points.Last() }.Distinct())];
    }

    // Where one ends in the moment in which another starts, the level does not change.
    private static IEnumerable<(TimeSpan At, int Level)> Changes(IReadOnlyList<FetchRecord> records)
    {
        var level = 0;
        var events = records.Select(record => (At: record.Started, By: 1)).Concat(records.Select(record => (At: record.Finished, By: -1)));
        foreach (var moment in events.GroupBy(one => one.At).OrderBy(moment => moment.Key))
        {
            level += moment.Sum(one => one.By);
            yield return (moment.Key, level);
        }
    }
}
