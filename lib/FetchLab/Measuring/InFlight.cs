namespace FetchLab;

/// <summary>How many requests were under way at once, read off their records.</summary>
internal static class InFlight
{
    /// <summary>The most at any moment; a request that took no time was in flight, too.</summary>
    public static int Peak(IReadOnlyList<FetchRecord> records) => records.Any(record => record.Sent)
        ? Math.Max(1, Changes(records).Max(change => change.InFlight))
        : 0;

    /// <summary>
    /// A change for each instant at which requests start or end. A request that ends just when another starts does not overlap
    /// it; one that was never sent was not in flight.
    /// </summary>
    public static IReadOnlyList<InFlightChange> Changes(IReadOnlyList<FetchRecord> records)
    {
        var sent = records.Where(record => record.Sent).ToArray();
        var started = sent.Select(record => record.Started).Order().ToArray();
        var finished = sent.Select(record => record.Finished).Order().ToArray();

        var changes = new List<InFlightChange>();
        var (begun, ended) = (0, 0);
        while (ended < finished.Length)
        {
            var at = begun < started.Length && started[begun] < finished[ended] ? started[begun] : finished[ended];
            while (begun < started.Length && started[begun] == at)
                begun++;
            while (ended < finished.Length && finished[ended] == at)
                ended++;
            changes.Add(new(at, begun - ended));
        }

        return changes;
    }
}
