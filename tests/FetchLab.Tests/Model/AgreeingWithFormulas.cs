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

    /// <remarks>
    /// Pages that come at random, by an open loop that starts all of them at once, near enough, and holds each until its
    /// moment. The seed is fixed, so that the mean is always the same.
    /// </remarks>
    [Theory]
    [InlineData(0.5)]
    [InlineData(0.8)]
    public void OneSlot_WithPagesThatComeAtRandom_HasTheMeanOfAnMD1Queue(double utilisation)
    {
        const int pages = 1_000_000;
        var service = TimeSpan.FromMilliseconds(1);
        var random = new Random(4);
        var comes = new long[pages];
        for (var page = 1; page < pages; page++)
            comes[page] = comes[page - 1] + (long)(-Math.Log(1 - random.NextDouble()) * service.Ticks / utilisation);
        var workload = Workload.Of(pages, page => new TimeSpan(Math.Max(0, comes[page] - page)), _ => service);

        var run = Model.PlayOpenLoop(workload, TimeSpan.TicksPerSecond, slots: 1);

        var wait = Formula.LatencyOfOneSlot(service, utilisation) - service;
        Assert.InRange(run.MeanQueueWait / wait, 0.97, 1.03);
    }

    private static long MakespanOnSlots(Scenario scenario, int pages) => Formula.MakespanOnSlots(
        pages, scenario.Workers, new TimeSpan(scenario.Latency), new TimeSpan(scenario.Service), scenario.Slots!.Value).Ticks;
}
