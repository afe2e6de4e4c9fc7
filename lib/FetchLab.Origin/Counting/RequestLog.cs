namespace FetchLab.Origin;

/// <summary>The last requests for pages, in the order in which they left; older ones are forgotten.</summary>
/// <remarks>
/// No lock: requests would wait for each other here more than for anything else. What is kept is the visit that is there
/// anyhow; it becomes a line when somebody reads.
/// </remarks>
internal sealed class RequestLog(int most)
{
    private readonly Visit?[] _visits = new Visit?[most];
    private long _count;

    public void Add(Visit visit) => Volatile.Write(ref _visits[(Interlocked.Increment(ref _count) - 1) % most], visit);

    /// <param name="run">Those of one run; null for all.</param>
    public List<LogLine> Read(string? run)
    {
        var lines = new List<LogLine>();
        var count = Interlocked.Read(ref _count);
        for (var place = Math.Max(0, count - most); place < count; place++)
        {
            // One that is just being noted may not be there yet.
            if (Volatile.Read(ref _visits[place % most]) is { } visit && (run is null || visit.Run.Id == run))
                lines.Add(visit.ToLine());
        }

        return lines;
    }
}
