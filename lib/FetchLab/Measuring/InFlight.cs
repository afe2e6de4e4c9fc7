namespace FetchLab;

/// <summary>How many requests were under way at once, read off their records.</summary>
internal static class InFlight
{
    /// <summary>The most at any moment. A request that ends just when another starts does not overlap it.</summary>
    public static int Peak(IReadOnlyList<FetchRecord> records)
    {
        var sent = records.Where(record => record.Sent).ToArray();
        var started = sent.Select(record => record.Started).Order().ToArray();
        var finished = sent.Select(record => record.Finished).Order().ToArray();

        var peak = 0;
        var ended = 0;
        for (var begun = 0; begun < started.Length; begun++)
        {
            while (finished[ended] <= started[begun] && ended < begun)
                ended++;
            peak = Math.Max(peak, begun + 1 - ended);
        }

        return peak;
    }
}
