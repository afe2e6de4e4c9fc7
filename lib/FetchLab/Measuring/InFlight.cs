namespace FetchLab;

/// <summary>How many requests were under way at once, read off their records.</summary>
internal static class InFlight
{
    /// <summary>The most at any moment; a request that took no time was in flight, too.</summary>
    public static int Peak(IReadOnlyList<FetchRecord> records) => Peak(Sent(records));

    /// <summary>The most spans of time that overlap at any moment; one of no length counts, too.</summary>
    public static int Peak(IReadOnlyList<(TimeSpan From, TimeSpan To)> spans) =>
        spans.Count > 0 ? Math.Max(1, Changes(spans).Max(change => change.InFlight)) : 0;

    /// <summary>
    /// A change for each instant at which requests start or end. A request that ends just when another starts does not overlap
    /// it; one that was never sent was not in flight.
    /// </summary>
    public static IReadOnlyList<InFlightChange> Changes(IReadOnlyList<FetchRecord> records) => Changes(Sent(records));

    private static (TimeSpan, TimeSpan)[] Sent(IReadOnlyList<FetchRecord> records) =>
        [.. records.Where(record => record.Sent).Select(record => (record.Started, record.Finished))];

    private static List<InFlightChange> Changes(IReadOnlyList<(TimeSpan From, TimeSpan To)> spans)
    {
        var started = spans.Select(span => span.From).Order().ToArray();
        var finished = spans.Select(span => span.To).Order().ToArray();

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
