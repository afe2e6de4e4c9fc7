namespace FetchLab.Tests.Modelling;

/// <summary>A mistake in what is to be played or computed is one sentence with the bad value and a good one.</summary>
public sealed class RefusingBadModels
{
    private static readonly TimeSpan Negative = TimeSpan.FromMilliseconds(-5);
    private static readonly TimeSpan Good = TimeSpan.FromMilliseconds(5);

    public static TheoryData<string, Func<object>> Mistakes => new()
    {
        { "baseWait must be at least 0 ms, but was -50 ms; try 100 ms.", () => Formula.ExpectedBackoff(0.5, 3, TimeSpan.FromMilliseconds(-50), Good) },
        { "pause must be more than 0 ms, but was 0 ms; try 5 s.", () => Formula.MostThroughBreaker(3, 10, Good, TimeSpan.Zero) },
        { "pages must be at least 1, but was 0; try 100.", () => Model.Play(0, 10) },
        { "pages must be from 1 to 100000000, but was 100000001; try 100.", () => Model.Play(100_000_001, 10) },
        { "pages must be at least 1, but was 0; try 100.", () => Workload.Of([]) },
        { "workers must be at least 1, but was 0; try 10.", () => Model.Play(1, 0) },
        { "slots must be at least 1, but was 0; try 10.", () => Model.Play(1, 1, slots: 0) },
        { "slots must be at least 1, but was -1; try 10.", () => Model.PlayOpenLoop(1, 1, slots: -1) },
        { "latencyMs must be from 0 to 3600000, but was -5; try 50.", () => Model.Play(1, 1, latencyMs: -5) },
        { "serviceMs must be from 0 to 3600000, but was NaN; try 5.", () => Model.Play(1, 1, serviceMs: double.NaN) },
        { "ratePerSecond must be from 0.001 to 10000000, but was 0; try 40.", () => Model.PlayOpenLoop(1, 0) },
        { "seed must be at least 0, but was -1; try 1.", () => Model.PlayOpenLoop(1, 40, seed: -1) },
        {
            "the latency of page 7 must be from 0 ms to 3600.00 s, but was -5.00 ms; try 50 ms.",
            () => Model.Play(Workload.Of(9, page => page == 7 ? Negative : Good), 1)
        },
        {
            "the service of page 0 must be from 0 ms to 3600.00 s, but was 7200.00 s; try 50 ms.",
            () => Model.Play(Workload.Of(9, _ => Good, _ => TimeSpan.FromHours(2)), 1)
        },
        { "latencies must be at least 1, but was 0; try one for each page.", () => Formula.MakespanOneAtATime([]) },
        { "a latency must be at least 0 ms, but was -5.00 ms; try 50 ms.", () => Formula.LeastMakespan([Negative], 1) },
        { "workers must be at least 1, but was 0; try 10.", () => Formula.MostMakespan([Good], 0) },
        { "latency must be at least 0 ms, but was -5.00 ms; try 50 ms.", () => Formula.MakespanInRounds(1, 1, Negative) },
        {
            "the result must be at most 10675199 days, but was 2147483647; try fewer or shorter pages.",
            () => Formula.MakespanInRounds(int.MaxValue, 1, TimeSpan.FromDays(1))
        },
        { "inFlight must be at least 1, but was 0; try 10.", () => Formula.SteadyLatency(0, Good, Good, 1) },
        { "service must be at least 0 ms, but was -5.00 ms; try 5 ms.", () => Formula.MakespanOnSlots(1, 1, Good, Negative, 1) },
        { "service must be more than 0 ms, but was 0 ms; try 5 ms.", () => Formula.Knee(1, Good, TimeSpan.Zero) },
        { "inFlight must be at least 4, but was 3; try the slots or more.", () => Formula.MeanLatencyOfBatch(10, 3, Good, 4) },
        {
            "pages must be at least 8, but was 7; try 20 times what is in flight.",
            () => Formula.MeanLatencyOfBatch(7, 8, Good, 4)
        },
        { "utilisation must be from 0 to 0.999999, but was 1; try 0.8.", () => Formula.LatencyOfOneSlot(Good, 1) },
        { "ratePerSecond must be from 0 to 1000000000000, but was -1; try 40.", () => Formula.DelayedByStall(-1, Good) },
        { "utilisation must be from 0 to 0.999999, but was 1; try 0.8.", () => Formula.DelayedByStall(40, Good, 1) },
        { "throughput must be from 0 to 1000000000000, but was -1; try 200.", () => Formula.MeanInFlight(-1, Good) },
        { "serial must be from 0 to 1, but was 1.5; try 0.1.", () => Formula.SpeedUp(1.5, 4) },
        { "failure must be from 0 to 1, but was -0.1; try 0.1.", () => Formula.ExpectedAttempts(-0.1, 3) },
        { "retries must be from 0 to 1000, but was -1; try 3.", () => Formula.SuccessWithRetries(0.5, -1) },
        { "layers must be from 1 to 100, but was 0; try 2.", () => Formula.AttemptsThroughLayers(3, 0) },
        { "burst must be at least 1, but was 0; try 10.", () => Formula.LeastLastStart(100, 0, 40) },
        { "quantile must be from 0 to 0.999999, but was 99; try 0.99.", () => Formula.SamplesFor(99) },
        { "samples must be at least 0, but was -1; try 100.", () => Formula.ChanceOfOneBeyond(-1) },
        {
            "inFlight must be from 1 to 1000000, but was 0; try 10.",
            () => new UniversalScalability(1, 0, 0).Throughput(0)
        },
        {
            "points must be at least 6, but was 5; try one at each of 1, 2, 4, 8, 16, 32 and 64 in flight.",
            () => ScalabilityFit.Of(Enumerable.Repeat((1.0, 1.0), 5))
        },
        {
            "different points in flight must be at least 3, but was 2; try 1, 2, 4, 8, 16, 32 and 64.",
            () => ScalabilityFit.Of([(1, 1), (2, 2), (2, 2), (2, 2), (2, 2), (2, 2)])
        },
        {
            "a point's in flight must be from 1 to 1000000, but was 0; try 10.",
            () => ScalabilityFit.Of([(0, 1), (1, 1), (2, 2), (3, 3), (4, 4), (5, 5)])
        },
        {
            "a point's throughput must be from 1E-09 to 1000000000000, but was 0; try 200.",
            () => ScalabilityFit.Of([(1, 1), (2, 0), (3, 3), (4, 4), (5, 5), (6, 6)])
        },
    };

    [Theory]
    [MemberData(nameof(Mistakes), DisableDiscoveryEnumeration = true)]
    public void AMistake_IsOneSentence(string sentence, Func<object> mistake)
    {
        var refused = Assert.Throws<FetchLabException>(mistake);

        Assert.Equal(sentence, refused.Message);
    }
}
