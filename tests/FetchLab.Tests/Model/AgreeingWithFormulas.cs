using CsCheck;

namespace FetchLab.Tests.Modelling;

/// <summary>The model against the closed forms: equal where the form is exact, within where it is a bound.</summary>
public sealed class AgreeingWithFormulas
{
    [Fact]
    public void OneWorker_TakesTheSum() => Scenario.Closed.Sample(scenario => Assert.Equal(
        Formula.MakespanOneAtATime(scenario.Latencies), (scenario with { Workers = 1 }).Play().Makespan));

    [Fact]
    public void AllAtOnce_TakesTheLongest() => Scenario.Closed.Sample(scenario => Assert.Equal(
        scenario.Latencies.Max(), (scenario with { Workers = scenario.Pages.Length, Slots = null }).Play().Makespan));

    [Fact]
    public void PagesThatTakeTheSame_WithASlotForEachWorker_TakeRounds() => Scenario.Constant.Sample(scenario => Assert.Equal(
        Formula.MakespanInRounds(scenario.Pages.Length, scenario.Workers, scenario.Latencies[0]),
        (scenario with { Slots = scenario.Workers }).Play().Makespan));

    [Fact]
    public void AnyPages_StayWithinGrahamsBounds() => Scenario.Closed.Sample(scenario => Assert.InRange(
        (scenario with { Slots = null }).Play().Makespan,
        Formula.LeastMakespan(scenario.Latencies, scenario.Workers),
        Formula.MostMakespan(scenario.Latencies, scenario.Workers)));

    [Fact]
    public void Threads_ArePredictedTheSameByTheirStrategy() => Scenario.Closed.Sample(scenario => Assert.Equal(
        Fetch.Threads(scenario.Workers).Predict(scenario.Latencies).Makespan, (scenario with { Slots = null }).Play().Makespan));

    /// <remarks>Page j leaves at D(j) = max(D(j−C) + ℓ, D(j−K)) + s; before the first page, everything was free at 0.</remarks>
    [Fact]
    public void PagesThatTakeTheSame_LeaveByTheRecurrence() => Scenario.Constant.Sample(scenario =>
    {
        var leaves = new long[scenario.Pages.Length];
        for (var page = 0; page < leaves.Length; page++)
        {
            var workerFree = page >= scenario.Workers ? leaves[page - scenario.Workers] : 0;
            var slotFree = page >= scenario.Slots ? leaves[page - scenario.Slots.Value] : 0;
            leaves[page] = Math.Max(workerFree + scenario.Latency, slotFree) + scenario.Service;
        }

        Assert.Equal(leaves, scenario.Play().Records!.Select(record => record.Finished.Ticks));
    });

    [Fact]
    public void Makespan_OnSlots_ExceedsItsAsymptoteByNoMoreThanOnePage() => Scenario.Constant.Sample(scenario =>
    {
        var run = scenario.Play();

        var asymptote = MakespanOnSlots(scenario, scenario.Pages.Length);
        var fewer = scenario.Pages.Length > 1 ? MakespanOnSlots(scenario, scenario.Pages.Length - 1) : 0;
        // One tick, since the asymptote is rounded.
        Assert.InRange(run.Makespan.Ticks, asymptote - 1, fewer + scenario.Latency + scenario.Service + 1);
    });

    /// <remarks>
    /// Each worker is busy until the last page has started. What it may be idle from then on is at most what one page takes:
    /// shared out over many pages, that is little.
    /// </remarks>
    [Fact]
    public void Latency_OverManyPages_IsThatOfTheSteadyState() => Scenario.Constant.Sample(scenario =>
    {
        var pages = 200 * scenario.Workers;
        var slots = scenario.Slots!.Value;
        var (latency, service) = (new TimeSpan(scenario.Latency), new TimeSpan(scenario.Service));

        var run = Model.Play(Workload.Of(pages, _ => latency, _ => service), scenario.Workers, slots);

        var steady = Formula.SteadyLatency(scenario.Workers, latency, service, slots).Ticks;
        var last = scenario.Latency + scenario.Service * ((scenario.Workers - 1) / slots + 1);
        Assert.InRange(run.MeanLatency.Ticks - steady, -last / 200.0 - 1, last / 200.0 + 1);
        Assert.True(run.MaxLatency.Ticks <= last);
    });

    [Fact]
    public void Latency_OfABatchInWholeRounds_IsExact() =>
        Gen.Select(Gen.Int[1, 8], Gen.Int[1, 10], Gen.Int[0, 50], Gen.Int[0, 9]).Sample((slots, rounds, more, length) =>
        {
            var (inFlight, pages) = (slots * rounds, slots * rounds + more);
            // Twice the number of pages, so that their mean is a whole number of ticks.
            var service = new TimeSpan(2 * pages * length);

            var run = Model.Play(Workload.Of(pages, _ => TimeSpan.Zero, _ => service), inFlight, slots);

            Assert.Equal(Formula.MeanLatencyOfBatch(pages, inFlight, service, slots), run.MeanLatency);
        });

    [Fact]
    public void Knee_IsWhereSlotsAreBusyAllTheTime()
    {
        var (latency, service) = (TimeSpan.FromMilliseconds(45), TimeSpan.FromMilliseconds(5));
        var knee = Formula.Knee(slots: 4, latency, service);

        Assert.Equal(40, knee);
        Assert.Equal(latency + service, Formula.SteadyLatency((int)knee, latency, service, slots: 4));
        Assert.True(Formula.SteadyLatency((int)knee + 1, latency, service, slots: 4) > latency + service);
        Assert.Equal(0.95, Model.Play(100_000, 38, 45, 5, slots: 4).Utilisation!.Value, tolerance: 0.001);
        Assert.Equal(1.00, Model.Play(100_000, 40, 45, 5, slots: 4).Utilisation!.Value, tolerance: 0.001);
    }

    /// <remarks>The seed is fixed, so that the mean is always the same.</remarks>
    [Theory]
    [InlineData(0.5)]
    [InlineData(0.8)]
    [InlineData(0.95)]
    public void OneSlot_WithPagesThatComeAtRandom_HasTheMeanOfAnMD1Queue(double utilisation)
    {
        var service = TimeSpan.FromMilliseconds(1);

        var run = Model.PlayOpenLoop(pages: 2_000_000, ratePerSecond: 1000 * utilisation, serviceMs: 1, slots: 1, seed: 4);

        var predicted = Formula.LatencyOfOneSlot(service, utilisation);
        Assert.InRange((run.MeanLatency - service) / (predicted - service), 0.97, 1.03);
        Assert.Equal(utilisation, run.Utilisation!.Value, tolerance: 0.005);
    }

    /// <remarks>
    /// Arrivals are steady and leave a slot idle between them, so whoever waits at all was delayed by the stall.
    /// </remarks>
    [Theory]
    [InlineData(1, 0.0001)]
    [InlineData(1, 0.5)]
    [InlineData(1, 0.8)]
    [InlineData(4, 0.8)]
    public void AStall_DelaysWhatComesUntilTheSlotsHaveCaughtUp(int slots, double utilisation)
    {
        const double rate = 100;
        var (stall, service) = (TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(slots * utilisation / rate));
        // The first pages are the stall: each holds a slot until the same moment.
        var workload = Workload.Of(
            2000, _ => TimeSpan.Zero, page => page < slots ? stall - TimeSpan.FromSeconds(page / rate) : service);

        var run = Model.PlayOpenLoop(workload, rate, slots);

        var delayed = run.Records!.Skip(slots).Count(record => record.Duration > service);
        // Slots that a stall lets go together stay in step for a while, and catch up a little sooner than the mean says.
        Assert.InRange(delayed / Formula.DelayedByStall(rate, stall, utilisation), slots == 1 ? 0.98 : 0.94, 1.01);
    }

    private static long MakespanOnSlots(Scenario scenario, int pages) => Formula.MakespanOnSlots(
        pages, scenario.Workers, new TimeSpan(scenario.Latency), new TimeSpan(scenario.Service), scenario.Slots!.Value).Ticks;
}
