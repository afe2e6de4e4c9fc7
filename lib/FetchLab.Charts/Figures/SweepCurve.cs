namespace FetchLab.Charts;

/// <summary>What the formulas say for a number of workers.</summary>
/// <param name="Latency">L = ℓ + s in seconds: how long one fetch takes that waits for nobody.</param>
/// <param name="Slots">K, the fetches that the server serves at once; null where it serves all.</param>
/// <param name="Service">s in seconds: how much of <paramref name="Latency"/> holds a slot.</param>
internal sealed record SweepCurve(double Latency, int? Slots, double Service)
{
    /// <summary>C* = K·(ℓ+s)/s: from here on the slots are the limit, and more workers wait for them.</summary>
    public double? Knee => Slots * Latency / Service;

    /// <summary>max(⌈N/W⌉·L, N·s/K) in seconds: the workers' share, or the slots', whichever takes longer.</summary>
    public double Makespan(int pages, int workers) =>
        Math.Max(Math.Ceiling((double)pages / workers) * Latency, Slots is { } slots ? pages * Service / slots : 0);

    /// <summary>min(W/L, K/s), in pages a second: where there are pages enough for every worker all the time.</summary>
    public double Throughput(int workers) => Math.Min(workers / Latency, Slots is { } slots ? slots / Service : double.PositiveInfinity);

    /// <summary>
    /// The curve of some runs. L is the mean time that the origin held a reply in the run with the fewest workers, where the
    /// least of it is a wait for a slot; where replies do not say, what the run was predicted to take.
    /// </summary>
    /// <returns>Null where nothing is predicted to take time.</returns>
    public static SweepCurve? Of(IReadOnlyList<FetchRun> runs, int? slots, double? serviceMs)
    {
        var fewest = runs.MinBy(run => run.Workers)!;
        var held = fewest.Records.Where(record => record.Held is not null).Select(record => record.Held!.Value.TotalSeconds).ToArray();
        var latency = held.Length > 0
            ? held.Average()
            : RunText.Prediction(fewest).Makespan.TotalSeconds / Math.Ceiling((double)fewest.Pages / fewest.Workers);
        return latency > 0 ? new(latency, slots, Math.Min(serviceMs / 1000 ?? latency, latency)) : null;
    }
}
