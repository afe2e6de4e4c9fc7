namespace FetchLab;

/// <summary>
/// A discrete-event model of a run: nothing is sent, and a clock that exists only here jumps from one event to the next.
/// It gives the timeline that a strategy should have, and answers for sizes that no machine at hand can run. All of it is
/// exact to the tick of 100 ns, and the same each time.
/// </summary>
/// <remarks>
/// Memory grows with the pages in flight, not with the pages. Up to <see cref="MostRecords"/> pages the run has records;
/// above, metrics alone.
/// </remarks>
public static class Model
{
    /// <summary>The most pages of which each has a record.</summary>
    public const int MostRecords = 100_000;

    /// <summary>
    /// Plays a closed loop over pages that all take the same: each worker fetches one page at a time, and the next page in
    /// order goes to the worker that is free first. One worker is one at a time; as many workers as pages is all at once.
    /// </summary>
    /// <param name="pages">N, from 1 to 100,000,000.</param>
    /// <param name="workers">W, at least 1.</param>
    /// <param name="latencyMs">ℓ in milliseconds: holds no slot of the server; from 0 to an hour.</param>
    /// <param name="serviceMs">s in milliseconds: holds one slot; from 0 to an hour.</param>
    /// <param name="slots">K, at least 1: how many pages the server serves at once; null where nobody waits for a slot.</param>
    /// <exception cref="FetchLabException">A number is out of its range.</exception>
    public static ModelRun Play(int pages, int workers, double latencyMs = 0, double serviceMs = 0, int? slots = null) =>
        Play(Workload.Constant(pages, latencyMs, serviceMs), workers, slots);

    /// <summary>Plays a closed loop over a workload.</summary>
    /// <param name="workload">The pages, their latency and their service.</param>
    /// <param name="workers">W, at least 1.</param>
    /// <param name="slots">K, at least 1; null where nobody waits for a slot.</param>
    /// <exception cref="FetchLabException">A number is out of its range.</exception>
    public static ModelRun Play(Workload workload, int workers, int? slots = null)
    {
        Require.AtLeast(1, workers, "workers", "10");
        return Run(workload, new ClosedLoop(workers), slots);
    }

    /// <summary>
    /// Plays an open loop over pages that all take the same: page i starts at i/λ, or at random at that rate, however many are
    /// still in flight.
    /// </summary>
    /// <param name="pages">N, from 1 to 100,000,000.</param>
    /// <param name="ratePerSecond">λ, the pages that start each second, from 0.001 to 10,000,000.</param>
    /// <param name="latencyMs">ℓ in milliseconds: holds no slot of the server; from 0 to an hour.</param>
    /// <param name="serviceMs">s in milliseconds: holds one slot; from 0 to an hour.</param>
    /// <param name="slots">K, at least 1; null where nobody waits for a slot.</param>
    /// <param name="seed">For starts at random, with exponential gaps: the same seed draws the same ones, from 0; null is steady.</param>
    /// <exception cref="FetchLabException">A number is out of its range.</exception>
    public static ModelRun PlayOpenLoop(
        int pages, double ratePerSecond, double latencyMs = 0, double serviceMs = 0, int? slots = null, int? seed = null) =>
        PlayOpenLoop(Workload.Constant(pages, latencyMs, serviceMs), ratePerSecond, slots, seed);

    /// <summary>Plays an open loop over a workload.</summary>
    /// <param name="workload">The pages, their latency and their service.</param>
    /// <param name="ratePerSecond">λ, the pages that start each second, from 0.001 to 10,000,000.</param>
    /// <param name="slots">K, at least 1; null where nobody waits for a slot.</param>
    /// <param name="seed">For starts at random, with exponential gaps: the same seed draws the same ones, from 0; null is steady.</param>
    /// <exception cref="FetchLabException">A number is out of its range.</exception>
    public static ModelRun PlayOpenLoop(Workload workload, double ratePerSecond, int? slots = null, int? seed = null)
    {
        // The least rate keeps the last start within a TimeSpan; the greatest starts one page each tick.
        Require.Between(0.001, TimeSpan.TicksPerSecond, ratePerSecond, "ratePerSecond", "40");
        Require.AtLeast(0, seed ?? 0, nameof(seed), "1");
        return Run(workload, new OpenLoop(ratePerSecond, seed), slots);
    }

    /// <summary>
    /// When the last of these pages is done, where each in order goes to the worker that is free first: a closed loop without
    /// slots, of which nothing else is asked.
    /// </summary>
    internal static TimeSpan Makespan(IReadOnlyList<TimeSpan> latencies, int workers) =>
        new Simulation(Workload.OfAny(latencies), new ClosedLoop(workers), slots: null, keepRecords: false).Run().Makespan;

    private static ModelRun Run(Workload workload, ILoop loop, int? slots)
    {
        if (slots is { } count)
            Require.AtLeast(1, count, "slots", "10");
        return new Simulation(workload, loop, slots, keepRecords: workload.Pages <= MostRecords).Run();
    }
}
