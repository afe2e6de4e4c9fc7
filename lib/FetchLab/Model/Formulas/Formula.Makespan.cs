namespace FetchLab;

public static partial class Formula
{
    /// <summary>T = ΣLᵢ: one page at a time.</summary>
    /// <param name="latencies">Lᵢ of every page, each at least 0; at least one.</param>
    /// <exception cref="FetchLabException">There is none, or a negative one.</exception>
    public static TimeSpan MakespanOneAtATime(IReadOnlyList<TimeSpan> latencies) => FromTicks(Sum(latencies));

    /// <summary>T = ⌈N/W⌉·L: pages that all take the same, in rounds of W.</summary>
    /// <param name="pages">N, at least 1.</param>
    /// <param name="workers">W, at least 1.</param>
    /// <param name="latency">L, at least 0.</param>
    /// <exception cref="FetchLabException">A value is out of its range.</exception>
    public static TimeSpan MakespanInRounds(int pages, int workers, TimeSpan latency)
    {
        Require.AtLeast(1, pages, "pages", "100");
        Require.AtLeast(1, workers, "workers", "10");
        return FromTicks((Int128)((pages - 1) / workers + 1) * Duration(latency, "latency", "50 ms").Ticks);
    }

    /// <summary>T ≥ ΣL/W and T ≥ max L: no schedule on W workers is shorter.</summary>
    /// <param name="latencies">Lᵢ of every page, each at least 0; at least one.</param>
    /// <param name="workers">W, at least 1.</param>
    /// <exception cref="FetchLabException">A value is out of its range, or there is no page.</exception>
    public static TimeSpan LeastMakespan(IReadOnlyList<TimeSpan> latencies, int workers)
    {
        Require.AtLeast(1, workers, "workers", "10");
        var share = FromTicks((Sum(latencies) + workers - 1) / workers);
        var longest = latencies.Max();
        return share > longest ? share : longest;
    }

    /// <summary>
    /// T ≤ ΣL/W + (1−1/W)·max L, where the next page goes to the worker that is free first, whatever the order of the pages.
    /// </summary>
    /// <remarks>R. L. Graham, Bounds on Multiprocessing Timing Anomalies, 1969.</remarks>
    /// <param name="latencies">Lᵢ of every page, each at least 0; at least one.</param>
    /// <param name="workers">W, at least 1.</param>
    /// <exception cref="FetchLabException">A value is out of its range, or there is no page.</exception>
    public static TimeSpan MostMakespan(IReadOnlyList<TimeSpan> latencies, int workers)
    {
        Require.AtLeast(1, workers, "workers", "10");
        return FromTicks((Sum(latencies) + (Int128)(workers - 1) * latencies.Max().Ticks) / workers);
    }

    /// <summary>T ≈ N·max((ℓ+s)/C, s/K): many pages, C in flight, on K slots.</summary>
    /// <remarks>
    /// The asymptotic bounds of operational analysis (P. J. Denning and J. P. Buzen, The Operational Analysis of Queueing
    /// Network Models, 1978). With m for the maximum, N·m ≤ T ≤ (N−1)·m + ℓ + s where all pages take the same: page j leaves
    /// at D(j) = max(D(j−C) + ℓ, D(j−K)) + s, and no step back in that gains more than m a page.
    /// </remarks>
    /// <param name="pages">N, at least 1.</param>
    /// <param name="inFlight">C, at least 1.</param>
    /// <param name="latency">ℓ, at least 0.</param>
    /// <param name="service">s, at least 0.</param>
    /// <param name="slots">K, at least 1.</param>
    /// <exception cref="FetchLabException">A value is out of its range.</exception>
    public static TimeSpan MakespanOnSlots(int pages, int inFlight, TimeSpan latency, TimeSpan service, int slots)
    {
        Require.AtLeast(1, pages, "pages", "100");
        return Round(pages / (double)inFlight * SteadyTicks(inFlight, latency, service, slots));
    }
}
