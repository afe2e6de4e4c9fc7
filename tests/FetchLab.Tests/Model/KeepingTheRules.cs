using CsCheck;

namespace FetchLab.Tests.Modelling;

/// <summary>What holds of every run, whatever is played.</summary>
public sealed class KeepingTheRules
{
    [Fact]
    public void EachPage_IsFetchedOnce_AndStartsInItsOrder() => Scenario.Either.Sample(scenario =>
    {
        var records = scenario.Play().Records!;

        Assert.Equal(Enumerable.Range(0, scenario.Pages.Length), records.Select(record => record.Index));
        Assert.Equal(records.Select(record => record.Started).Order(), records.Select(record => record.Started));
    });

    [Fact]
    public void AWorker_HasOnePageInFlight() => Scenario.Closed.Sample(scenario =>
    {
        foreach (var own in scenario.Play().Records!.GroupBy(record => record.Worker))
        {
            Assert.InRange(own.Key, 0, scenario.Workers - 1);
            Assert.All(own.Zip(own.Skip(1)), pair => Assert.True(pair.First.Finished <= pair.Second.Started));
        }
    });

    [Fact]
    public void AWorker_IsNeverIdleWhilePagesWait() => Scenario.Closed.Sample(scenario =>
    {
        var records = scenario.Play().Records!;
        var lastStart = records[^1].Started;

        foreach (var own in records.GroupBy(record => record.Worker))
        {
            Assert.Equal(TimeSpan.Zero, own.First().Started);
            Assert.All(own.Zip(own.Skip(1)), pair => Assert.Equal(pair.First.Finished, pair.Second.Started));
            Assert.True(own.Last().Finished >= lastStart);
        }

        Assert.Equal(Math.Min(scenario.Workers, scenario.Pages.Length), records.GroupBy(record => record.Worker).Count());
    });

    [Fact]
    public void TheServer_ServesNoMoreThanItsSlots_AndLetsNobodyWaitForAFreeOne() => Scenario.Either.Sample(scenario =>
    {
        var run = scenario.Play();

        for (var now = 0L; now < run.Makespan.Ticks; now++)
        {
            var inService = run.Records!.Count(record => scenario.Begin(record) <= now && now < record.Finished.Ticks);
            var inQueue = run.Records!.Count(record => scenario.Arrival(record) <= now && now < scenario.Begin(record));
            Assert.True(inService <= (scenario.Slots ?? int.MaxValue));
            Assert.True(inQueue == 0 || inService == scenario.Slots);
        }
    });

    [Fact]
    public void TheQueue_IsLeftInTheOrderInWhichPagesCame() => Scenario.Either.Sample(scenario =>
    {
        var come = scenario.Play().Records!.OrderBy(scenario.Arrival).ThenBy(record => record.Index).ToArray();

        Assert.Equal(come.Select(scenario.Begin).Order(), come.Select(scenario.Begin));
        Assert.All(come, record => Assert.True(scenario.Begin(record) >= scenario.Arrival(record)));
    });

    [Fact]
    public void LittlesLaw_IsAnIdentity() => Scenario.Either.Where(IsLong).Sample(scenario =>
    {
        var run = scenario.Play();

        Assert.Equal((double)run.Records!.Sum(record => record.Duration.Ticks) / run.Makespan.Ticks, run.MeanInFlight);
        // The mean latency is rounded to a tick, so by half a one for each page.
        Assert.Equal(
            run.MeanInFlight,
            Formula.MeanInFlight(run.Throughput, run.MeanLatency),
            tolerance: 0.500001 * scenario.Pages.Length / run.Makespan.Ticks);
    });

    [Fact]
    public void Replay_IsTheSame() => Scenario.Either.Where(IsLong).Sample(scenario =>
    {
        var (first, second) = (scenario.Play(), scenario.Play());

        Assert.Equal(first.Records!, second.Records!);
        Assert.Equal(first with { Records = null }, second with { Records = null });
    });

    [Fact]
    public void Everything_TakingSeveralTimesAsLong_HappensAtSeveralTimesTheInstants() =>
        Gen.Select(Scenario.Either, Gen.Int[2, 1_000]).Sample((scenario, factor) =>
        {
            var stretched = scenario with
            {
                Pages = [.. scenario.Pages.Select(page => (factor * page.Latency, factor * page.Service))],
                Period = factor * scenario.Period,
            };

            Assert.Equal(
                scenario.Play().Records!.Select(record => (record.Worker, factor * record.Started, factor * record.Finished)),
                stretched.Play().Records!.Select(record => (record.Worker, record.Started, record.Finished)));
        });

    [Fact]
    public void OpenLoop_WithMoreLatencyForAll_EndsThatMuchLater() =>
        Gen.Select(Scenario.Open, Gen.Int[1, 50]).Sample((scenario, more) =>
        {
            var later = scenario with { Pages = [.. scenario.Pages.Select(page => (page.Latency + more, page.Service))] };

            Assert.Equal(
                scenario.Play().Records!.Select(record => record.Finished.Ticks + more),
                later.Play().Records!.Select(record => record.Finished.Ticks));
        });

    /// <remarks>Not so in a closed loop of pages that differ: another order can be a longer one (Graham, 1969).</remarks>
    [Fact]
    public void OpenLoop_WithOneMoreSlot_EndsNoPageLater() =>
        Scenario.Open.Where(scenario => scenario.Slots is not null).Sample(scenario =>
            AssertNoneLater(scenario.Play(), (scenario with { Slots = scenario.Slots + 1 }).Play()));

    [Fact]
    public void PagesThatTakeTheSame_WithOneMoreSlotOrWorker_EndNoLater() => Scenario.Constant.Sample(scenario =>
    {
        AssertNoneLater(scenario.Play(), (scenario with { Slots = scenario.Slots + 1 }).Play());
        AssertNoneLater(scenario.Play(), (scenario with { Workers = scenario.Workers + 1 }).Play());
    });

    private static void AssertNoneLater(ModelRun run, ModelRun more) =>
        Assert.All(run.Records!.Zip(more.Records!), pair => Assert.True(pair.Second.Finished <= pair.First.Finished));

    /// <summary>A run without any length has means that are not numbers.</summary>
    private static bool IsLong(Scenario scenario) =>
        scenario.Latencies.Max() > TimeSpan.Zero || (scenario.Pages.Length > 1 && scenario.Period > 0);
}
