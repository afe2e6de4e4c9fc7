namespace FetchLab.Tests.Pipelines;

/// <summary>The queue before a slow stage: flat where it is bounded, and as long as the list where it is not.</summary>
public sealed class QueueingBetweenStages
{
    private const int Items = 40;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public async Task ABoundedQueue_FillsUpAndHoldsNoMore(int capacity)
    {
        var (held, run) = await WhereTheSecondStageStandsStillAsync(capacity, until: capacity + 3);

        var queue = Assert.Single(run.Queues);
        Assert.Equal((capacity, capacity, "compute"), (queue.Peak, queue.Capacity, queue.Stage));
        // One in the stage's hand, the queue, and one with each of the two who wait for room.
        Assert.Equal(capacity + 3, held);
        Assert.Contains(run.Of("wait"), record => record.Blocked > TimeSpan.Zero);
    }

    [Fact]
    public async Task AQueueWithoutBound_HoldsTheWholeList()
    {
        var (held, run) = await WhereTheSecondStageStandsStillAsync(capacity: null, until: Items);

        Assert.Equal(Items, held);
        // The stage has one of them in its hand, or its thread had not begun yet.
        Assert.InRange(run.Queues[0].Peak, Items - 1, Items);
    }

    [Fact]
    public async Task WhatAQueueHeld_GoesUpAndDownByOne_AndEndsEmpty()
    {
        var (_, run) = await WhereTheSecondStageStandsStillAsync(capacity: 5, until: 8);

        var changes = run.Queues[0].Changes;
        Assert.Equal(2 * Items, changes.Count);
        Assert.All(changes.Prepend(new(TimeSpan.Zero, 0)).Zip(changes), pair => Assert.Equal(1, Math.Abs(pair.Second.Held - pair.First.Held)));
        Assert.Equal(changes.Select(change => change.At).Order(), changes.Select(change => change.At));
        Assert.Equal(0, changes[^1].Held);
    }

    /// <summary>The second stage takes nothing more until so many items have begun, and none more would have for a while.</summary>
    private static async Task<(int Begun, PipelineRun Run)> WhereTheSecondStageStandsStillAsync(int? capacity, int until)
    {
        var (begun, atRest) = (0, 0);
        using var enough = new ManualResetEventSlim();
        var run = await Pipeline.From(Enumerable.Range(0, Items).ToList())
            .Then("wait", 2, async item =>
            {
                await Task.Yield();
                if (Interlocked.Increment(ref begun) == until)
                    enough.Set();
                return item;
            })
            .Then("compute", 1, item =>
            {
                if (item == 0 || atRest == 0)
                {
                    Assert.True(enough.Wait(TimeSpan.FromSeconds(30)));
                    // Were there room for one more, it would be here in far less.
                    Thread.Sleep(30);
                    atRest = Volatile.Read(ref begun);
                }

                return item;
            })
            .RunAsync(capacity, cancellationToken: Cancelled);
        return (atRest, run);
    }
}
