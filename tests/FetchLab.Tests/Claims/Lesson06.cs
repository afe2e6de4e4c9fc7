using FetchLab.Tests.Disasters;

namespace FetchLab.Tests.Claims;

/// <summary>When it goes wrong: counts, order, and who hangs.</summary>
public sealed class Lesson06
{
    private static readonly TimeSpan _deadline = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData(Disaster.SleepOnThePool)]
    [InlineData(Disaster.WaitOnThePool)]
    public async Task WorkThatBlocksThePool_MakesItGrow_AndIsDoneInTheEnd(Disaster disaster)
    {
        // More than the pool has threads, on any machine.
        var count = 2 * Environment.ProcessorCount + 4;

        var run = await HappenAsync(disaster, count, waitMs: 2000);

        Assert.False(run.Hung);
        Assert.Equal((count, count), (run.Done, run.Of));
        Assert.True(run.PeakPoolThreads > run.Records[0].PoolThreads);
        Assert.Equal(run.Records.OrderBy(record => record.AtMs), run.Records);
        Assert.Equal(run.Records.Select(record => record.Done).Order(), run.Records.Select(record => record.Done));
    }

    [Fact]
    public async Task WorkThatAwaits_NeedsNoThreadMeanwhile()
    {
        var run = await HappenAsync(Disaster.AwaitOnThePool, count: 1000, waitMs: 500);

        Assert.Equal((false, 1000), (run.Hung, run.Done));
        // A busy machine may give it one more thread, never one for each piece of work.
        Assert.True(run.PeakPoolThreads < 100, run.ToString());
    }

    [Fact]
    public async Task ResultOnTheLoop_Hangs()
    {
        var run = await DisasterProcess.RunAsync(
            Disaster.ResultOnTheLoop, TimeSpan.FromSeconds(2), new() { WaitMs = 0 }, DisasterPath.Value, cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(run.Hung);
        Assert.Equal([("asked", 0, 1)], run.Records.Select(record => (record.What, record.Done, record.Of)));
    }

    [Fact]
    public async Task TwoIncrementsWithABarrierBetweenReadAndWrite_Give1EveryTime_AndInterlockedLosesNone()
    {
        var run = await HappenAsync(Disaster.LostUpdates, count: 20);

        Assert.Equal(Enumerable.Repeat(("with a barrier", 1, 2), 20), run.Records.Take(20).Select(record => (record.What, record.Done, record.Of)));
        Assert.Equal(["unforced", "Interlocked"], run.Records.Skip(20).Select(record => record.What));
        Assert.InRange(run.Records[20].Done, 1, run.Of);
        Assert.Equal((run.Of, run.Of), (run.Done, 20_000_000));
    }

    [Fact]
    public async Task ForEachOverAnAsyncLambda_ReturnsWithNothingDone()
    {
        var run = await HappenAsync(Disaster.AsyncLambdaInForEach, count: 500);

        var returned = run.Records.Single(record => record.What == "ForEach returned");
        Assert.Equal((0, 500), (returned.Done, returned.Of));
        Assert.Equal((false, 500), (run.Hung, run.Done));
    }

    private static Task<DisasterRun> HappenAsync(Disaster disaster, int count, int waitMs = 0) => DisasterProcess.RunAsync(
        disaster, _deadline, new() { Count = count, WaitMs = waitMs }, DisasterPath.Value, cancellationToken: TestContext.Current.CancellationToken);
}
