namespace FetchLab.Charts;

/// <summary>A lane of a trace: a worker, or one more of a worker that had several fetches in flight.</summary>
/// <param name="Process">The process of the worker.</param>
/// <param name="Id">The lane's number, from 1: viewers keep 0 for the idle thread.</param>
/// <param name="Name">Such as <c>worker 3</c>.</param>
/// <param name="Fetches">What it did, by start. No two overlap: the format knows events inside each other, not across.</param>
internal sealed record TraceLane(int Process, int Id, string Name, IReadOnlyList<FetchRecord> Fetches)
{
    public static IEnumerable<TraceLane> Of(IEnumerable<FetchRecord> records)
    {
        var id = 0;
        foreach (var worker in records.GroupBy(record => (record.ProcessId, record.Worker)).OrderBy(worker => worker.Key))
        {
            var rows = new List<List<FetchRecord>>();
            foreach (var record in worker.OrderBy(record => record.Started).ThenBy(record => record.Index))
            {
                var free = rows.Find(row => row[^1].Done <= record.Started);
                if (free is null)
                {
                    rows.Add(free = []);
                }

                free.Add(record);
            }

            foreach (var (row, fetches) in rows.Index())
            {
                var name = $"worker {Num.Whole(worker.Key.Worker)}" + (row > 0 ? $" ({Num.Whole(row + 1)})" : "");
                yield return new(worker.Key.ProcessId, ++id, name, fetches);
            }
        }
    }
}
