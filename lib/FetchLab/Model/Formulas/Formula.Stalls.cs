namespace FetchLab;

public static partial class Formula
{
    /// <summary>
    /// λD/(1−ρ): the requests of an open loop that a stall of D delays. λD of them come while it lasts; behind them those have to
    /// wait that come before the slots have caught up, and it takes the longer, the less the slots have to spare. Where nobody
    /// waits for a slot, ρ is 0. A closed loop delays one request for each that it has in flight, however long the stall.
    /// </summary>
    /// <remarks>The slots catch up at a rate of K/s − λ = (K/s)·(1−ρ), with λD requests to begin with.</remarks>
    /// <param name="ratePerSecond">λ, from 0 to 10¹².</param>
    /// <param name="stall">D, at least 0.</param>
    /// <param name="utilisation">ρ = λ·s/K before the stall, from 0 to 0.999999: at 1 nobody ever catches up.</param>
    /// <exception cref="FetchLabException">A value is out of its range.</exception>
    public static double DelayedByStall(double ratePerSecond, TimeSpan stall, double utilisation = 0)
    {
        Require.Between(0, 1e12, ratePerSecond, "ratePerSecond", "40");
        Require.Between(0, 0.999999, utilisation, "utilisation", "0.8");
        return ratePerSecond * Duration(stall, "stall", "500 ms").TotalSeconds / (1 - utilisation);
    }
}
