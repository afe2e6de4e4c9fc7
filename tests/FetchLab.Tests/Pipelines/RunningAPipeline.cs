namespace FetchLab.Tests.Pipelines;

/// <summary>What comes through, in which order, on which threads, and what is noted of it.</summary>
public sealed class RunningAPipeline
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, false)]
    [InlineData(1, false)]
    [InlineData(3, true)]
    public async Task EveryItem_ComesThroughEveryStageOnce_InTheOrderOfTheItems(int? capacity, bool oneThread)
    {
        var run = await Doubled(20, waiting: 5, computing: 3).RunAsync(capacity, oneThread, cancellationToken: Cancelled);

        Assert.Equal(Enumerable.Range(0, 20).Select(item => $"{2 * item}"), run.Results);
        Assert.Equal((20, 20, 0, false), (run.Items, run.Completed, run.Failed, run.Cancelled));
        Assert.Equal(Enumerable.Range(0, 20).SelectMany(item => new[] { (item, "wait"), (item, "compute") }),
            run.Records.Select(record => (record.Index, record.Stage)));
        Assert.Equal(oneThread ? "wait ×5 → compute ×3, one thread" : "wait ×5 → compute ×3", run.Name);
    }

    [Fact]
    public async Task Times_FollowEachOther()
    {
        var run = await Doubled(20, waiting: 5, computing: 3).RunAsync(capacity: 2, cancellationToken: Cancelled);

        Assert.All(run.Records, record =>
        {
            Assert.True(record.Queued <= record.Started && record.Started <= record.Finished && record.Finished <= record.Handed, record.ToString());
            Assert.True(record.Handed <= run.Makespan, record.ToString());
        });
        Assert.All(run.Of("wait").Zip(run.Of("compute")), pair => Assert.True(pair.First.Finished <= pair.Second.Queued, pair.ToString()));
    }

    [Fact]
    public async Task AComputingWorker_KeepsAThreadOfItsOwn()
    {
        var run = await Doubled(60, waiting: 5, computing: 3).RunAsync(cancellationToken: Cancelled);

        var computing = run.Of("compute");
        Assert.All(computing.GroupBy(record => record.Worker), worker => Assert.Single(worker.Select(record => record.ThreadIdAtStart).Distinct()));
        Assert.Equal(
            computing.Select(record => record.Worker).Distinct().Count(), computing.Select(record => record.ThreadIdAtStart).Distinct().Count());
        Assert.All(computing, record => Assert.Equal(record.ThreadIdAtStart, record.ThreadIdAtEnd));
    }

    [Fact]
    public async Task OnOneThread_AllIsDoneOnOneThread()
    {
        var run = await Doubled(20, waiting: 5, computing: 3).RunAsync(capacity: 2, oneThread: true, cancellationToken: Cancelled);

        Assert.Single(run.Records.SelectMany(record => new[] { record.ThreadIdAtStart, record.ThreadIdAtEnd }).Distinct());
        Assert.NotEqual(Environment.CurrentManagedThreadId, run.Records[0].ThreadIdAtStart);
    }

    /// <remarks>Nothing is computed until all eight are in work at once, so fewer workers would stand still.</remarks>
    [Fact]
    public async Task AStage_HasAsManyInWorkAsItHasWorkers()
    {
        var (inside, most, gate) = (0, 0, new TaskCompletionSource());
        var run = await Pipeline.From(Enumerable.Range(0, 24).ToList())
            .Then("wait", 8, async item =>
            {
                var now = Interlocked.Increment(ref inside);
                most = Math.Max(most, now);
                if (now == 8)
                    gate.TrySetResult();
                await gate.Task.WaitAsync(TimeSpan.FromSeconds(30));
                Interlocked.Decrement(ref inside);
                return item;
            })
            .RunAsync(cancellationToken: Cancelled);

        Assert.Equal((24, 8), (run.Completed, most));
        Assert.Empty(run.Queues);
    }

    [Fact]
    public async Task AnItemThatFails_IsARecord_AndEndsNothing()
    {
        var run = await Pipeline.From(Enumerable.Range(0, 10).ToList())
            .Then("wait", 2, async item =>
            {
                await Task.Yield();
                return item % 4 == 1 ? throw new InvalidDataException($"no {item}") : item;
            })
            .Then("compute", 2, item => item == 6 ? throw new InvalidDataException("no six") : item)
            .RunAsync(capacity: 1, cancellationToken: Cancelled);

        Assert.Equal([0, 2, 3, 4, 7, 8], run.Results);
        Assert.Equal((6, 4), (run.Completed, run.Failed));
        Assert.Equal("InvalidDataException: no 5", run.Of("wait")[5].Error);
        Assert.Equal(7, run.Of("compute").Count);
        Assert.Equal("InvalidDataException: no six", run.Of("compute").Single(record => record.Error is not null).Error);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Cancelled_NothingIsTakenAnyMore_AndWhatCameThroughIsKept(bool oneThread)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var run = await Pipeline.From(Enumerable.Range(0, 1000).ToList())
            .Then("wait", 1, async item =>
            {
                await Task.Yield();
                return item;
            })
            .Then("compute", 1, item =>
            {
                if (item == 5)
                    ending.Cancel();
                return item;
            })
            .RunAsync(capacity: 3, oneThread, cancellationToken: ending.Token);

        Assert.True(run.Cancelled);
        Assert.Equal([0, 1, 2, 3, 4, 5], run.Results);
        // In work, in the queue, and in the hands of who stood before it.
        Assert.InRange(run.Of("wait").Count, 6, 11);
    }

    [Fact]
    public async Task Cancelled_AFirstStageTakesNothingMore()
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var run = await Pipeline.From(Enumerable.Range(0, 100).ToList())
            .Then("compute", 1, item =>
            {
                if (item == 5)
                    ending.Cancel();
                return item;
            })
            .RunAsync(cancellationToken: ending.Token);

        Assert.Equal([0, 1, 2, 3, 4, 5], run.Results);
    }

    private static Pipeline<string> Doubled(int items, int waiting, int computing) => Pipeline.From(Enumerable.Range(0, items).ToList())
        .Then("wait", waiting, async item =>
        {
            await Task.Yield();
            return 2 * item;
        })
        .Then("compute", computing, item => $"{item}");
}
