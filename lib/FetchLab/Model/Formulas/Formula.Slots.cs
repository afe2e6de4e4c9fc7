namespace FetchLab;

public static partial class Formula
{
    /// <summary>
    /// C* = K·(ℓ+s)/s: with fewer pages in flight a slot is idle at times, with more of them pages queue. It equals K only
    /// where ℓ = 0.
    /// </summary>
    /// <remarks>The saturation point N* of operational analysis (Denning and Buzen, 1978).</remarks>
    /// <param name="slots">K, at least 1.</param>
    /// <param name="latency">ℓ, at least 0.</param>
    /// <param name="service">s, more than 0: without service there is no knee.</param>
    /// <exception cref="FetchLabException">A value is out of its range.</exception>
    public static double Knee(int slots, TimeSpan latency, TimeSpan service)
    {
        Require.AtLeast(1, slots, "slots", "10");
        Duration(latency, "latency", "50 ms");
        return service > TimeSpan.Zero
            ? slots * ((double)latency.Ticks + service.Ticks) / service.Ticks
            : throw new FetchLabException($"service must be more than 0 ms, but was {service.ToText()}; try 5 ms.");
    }

    /// <summary>R = max(ℓ+s, C·s/K): what a page takes in a steady state with C in flight all the time.</summary>
    /// <remarks>Little's law over the throughput min(C/(ℓ+s), K/s).</remarks>
    /// <param name="inFlight">C, at least 1.</param>
    /// <param name="latency">ℓ, at least 0.</param>
    /// <param name="service">s, at least 0.</param>
    /// <param name="slots">K, at least 1.</param>
    /// <exception cref="FetchLabException">A value is out of its range.</exception>
    public static TimeSpan SteadyLatency(int inFlight, TimeSpan latency, TimeSpan service, int slots) =>
        Round(SteadyTicks(inFlight, latency, service, slots));

    /// <summary>
    /// Mean R = s·[C/K − (C/N)(C/K−1)/2]: a batch of N pages without latency, C ≥ K in flight. The first C pages find ever
    /// more before them, from s to C·s/K; every later one takes C·s/K. Exact where K divides C and C ≤ N.
    /// </summary>
    /// <param name="pages">N, at least C.</param>
    /// <param name="inFlight">C, at least K.</param>
    /// <param name="service">s, at least 0.</param>
    /// <param name="slots">K, at least 1.</param>
    /// <exception cref="FetchLabException">A value is out of its range.</exception>
    public static TimeSpan MeanLatencyOfBatch(int pages, int inFlight, TimeSpan service, int slots)
    {
        Require.AtLeast(1, slots, "slots", "10");
        Require.AtLeast(slots, inFlight, "inFlight", "the slots or more");
        Require.AtLeast(inFlight, pages, "pages", "20 times what is in flight");

        var rounds = (double)inFlight / slots;
        return Round(Duration(service, "service", "5 ms").Ticks * (rounds - (double)inFlight / pages * (rounds - 1) / 2));
    }

    /// <summary>Mean in flight = X·R, whatever happens in between: an identity, so it checks the instruments.</summary>
    /// <remarks>J. D. C. Little, A Proof for the Queuing Formula L = λW, 1961.</remarks>
    /// <param name="throughput">X in pages a second, from 0 to 10¹².</param>
    /// <param name="latency">R, at least 0: the mean time from a page's start to its end.</param>
    /// <exception cref="FetchLabException">A value is out of its range.</exception>
    public static double MeanInFlight(double throughput, TimeSpan latency)
    {
        Require.Between(0, 1e12, throughput, "throughput", "200");
        return throughput * Duration(latency, "latency", "50 ms").TotalSeconds;
    }

    /// <summary>
    /// R = s·(1 + ρ/(2(1−ρ))): one slot, constant service, and pages that come at random (M/D/1) at λ = ρ/s in an open loop.
    /// </summary>
    /// <remarks>The formula of Pollaczek (1930) and Khinchine (1932), for a service time without variance.</remarks>
    /// <param name="service">s, at least 0.</param>
    /// <param name="utilisation">ρ, from 0 to 0.999999: at 1 the queue grows without end.</param>
    /// <exception cref="FetchLabException">A value is out of its range.</exception>
    public static TimeSpan LatencyOfOneSlot(TimeSpan service, double utilisation)
    {
        Require.Between(0, 0.999999, utilisation, "utilisation", "0.8");
        return Round(Duration(service, "service", "5 ms").Ticks * (1 + utilisation / (2 * (1 - utilisation))));
    }

    private static double SteadyTicks(int inFlight, TimeSpan latency, TimeSpan service, int slots)
    {
        Require.AtLeast(1, inFlight, "inFlight", "10");
        Require.AtLeast(1, slots, "slots", "10");
        Duration(latency, "latency", "50 ms");
        Duration(service, "service", "5 ms");
        return Math.Max((double)latency.Ticks + service.Ticks, (double)inFlight * service.Ticks / slots);
    }
}
