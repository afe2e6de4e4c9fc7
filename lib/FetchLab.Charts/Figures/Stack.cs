namespace FetchLab.Charts;

/// <summary>Gives every fetch of a run a row, so that no two that overlap in time share one.</summary>
internal static class Stack
{
    /// <summary>The most that the rows of a timeline fill, in pixels; with more rows than this the figure grows.</summary>
    private const int MostHeight = 330;

    /// <summary>
    /// A lane for each thread that sent a request, in the order of their ids. Within a lane each fetch takes the first row
    /// that is free at its start, so one at a time needs one row, and a hundred at once a hundred.
    /// </summary>
    public static (Lanes Lanes, IReadOnlyDictionary<FetchRecord, int> Rows) ByThread(FetchRun run)
    {
        var rows = new Dictionary<FetchRecord, int>(ReferenceEqualityComparer.Instance);
        var lanes = new List<Lane>();
        foreach (var thread in run.Records.GroupBy(record => record.ThreadIdAtStart).OrderBy(thread => thread.Key))
        {
            var first = lanes.Sum(lane => lane.Rows);
            var freeFrom = new List<TimeSpan>();
            foreach (var record in thread.OrderBy(record => record.Started).ThenBy(record => record.Index))
            {
                var row = freeFrom.FindIndex(free => free <= record.Started);
                if (row < 0)
                {
                    row = freeFrom.Count;
                    freeFrom.Add(default);
                }

                freeFrom[row] = record.Done;
                rows.Add(record, first + row);
            }

            lanes.Add(new(Num.Whole(thread.Key), Note(run, [.. thread]), first, freeFrom.Count));
        }

        var all = lanes.Sum(lane => lane.Rows);
        return (new(lanes, Math.Max(Math.Clamp(MostHeight / all, 1, 26), 60 / all)), rows);
    }

    private static string Note(FetchRun run, FetchRecord[] fetches)
    {
        var unit = TimeUnit.For(run.Makespan);
        var (start, end) = (unit.Of(fetches.Min(record => record.Started)), unit.Of(fetches.Max(record => record.Finished)));
        var decimals = unit == TimeUnit.Seconds ? 3 : 2;
        return $"{Num.Count(fetches.Length, "fetch", "fetches")}, {Num.Short(start, decimals)} to {Num.Short(end, decimals)} {unit.Name}";
    }
}
