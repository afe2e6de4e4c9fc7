namespace FetchLab.Tests.Modelling;

/// <summary>Runs that were worked out on paper.</summary>
public sealed class PlayingByHand
{
    /// <remarks>
    /// ℓ = 10, s = 20, one slot. Pages 0 and 1 come at 10, and leave at 30 and 50. Page 2 starts at 30, comes at 40, waits
    /// for the slot until 50, leaves at 70; page 3 starts at 50, comes at 60, leaves at 90.
    /// </remarks>
    [Fact]
    public void ClosedLoop_WithOneSlot()
    {
        var run = Model.Play(pages: 4, workers: 2, latencyMs: 10, serviceMs: 20, slots: 1);

        Assert.Equal([(0, 0, 30), (1, 0, 50), (0, 30, 70), (1, 50, 90)], run.Records!.Select(Timeline));
        Assert.Equal((4, 1, Ms(90), 2), (run.Pages, run.Slots, run.Makespan, run.PeakInFlight));
        Assert.Equal((Ms(40), Ms(50), Ms(10)), (run.MeanLatency, run.MaxLatency, run.MeanQueueWait));
        Assert.Equal((4 / 0.090, 160 / 90.0, 80 / 90.0), (run.Throughput, run.MeanInFlight, run.Utilisation!.Value));
        Assert.Equal("4 pages in 90 ms: 44.4 pages/s, 2 in flight at most, 40 ms each", run.ToString());
    }

    /// <remarks>A page every 50 ms for a slot that takes 100: each waits 50 longer than the one before.</remarks>
    [Fact]
    public void OpenLoop_ThatComesTwiceAsFastAsItIsServed()
    {
        var run = Model.PlayOpenLoop(pages: 5, ratePerSecond: 20, serviceMs: 100, slots: 1);

        Assert.Equal([(0, 0, 100), (1, 50, 200), (2, 100, 300), (3, 150, 400), (4, 200, 500)], run.Records!.Select(Timeline));
        Assert.Equal((Ms(500), 3), (run.Makespan, run.PeakInFlight));
        Assert.Equal((Ms(200), Ms(300), Ms(100)), (run.MeanLatency, run.MaxLatency, run.MeanQueueWait));
        Assert.Equal((10, 2, 1), (run.Throughput, run.MeanInFlight, run.Utilisation!.Value));
    }

    /// <remarks>Three a second: 1/3 s is no whole number of ticks, and 300 of them are a hundred seconds all the same.</remarks>
    [Fact]
    public void OpenLoop_LosesNothingByRounding()
    {
        var run = Model.PlayOpenLoop(pages: 301, ratePerSecond: 3);

        Assert.Equal((3_333_333, 6_666_667), (run.Records![1].Started.Ticks, run.Records[2].Started.Ticks));
        Assert.Equal(TimeSpan.FromSeconds(100), run.Makespan);
    }

    /// <remarks>Page 1 takes long to come, so that page 2 is before it in the queue.</remarks>
    [Fact]
    public void TheQueue_IsByArrival_NotByStart()
    {
        var workload = Workload.Of(3, page => Ms(page == 1 ? 30 : 10), _ => Ms(15));

        var run = Model.Play(workload, workers: 3, slots: 1);

        Assert.Equal([(0, 0, 25), (1, 0, 55), (2, 0, 40)], run.Records!.Select(Timeline));
    }

    [Fact]
    public void Records_CarryThePages()
    {
        var pages = Page.From("http://a/x", "http://b/y").Select(page => page with { Latency = Ms(50) }).ToArray();

        var run = Model.Play(Workload.Of(pages, serviceMs: 5), workers: 2, slots: 1);

        var expected = new FetchRecord
        {
            Index = 1,
            Url = new Uri("http://b/y"),
            Worker = 1,
            ProcessId = 0,
            ThreadIdAtStart = 0,
            ThreadIdAtEnd = 0,
            Queued = Ms(0),
            Started = Ms(0),
            Headers = Ms(60),
            Finished = Ms(60),
            Status = 200,
            Held = Ms(60),
        };
        Assert.Equal(expected, run.Records![1]);
    }

    [Fact]
    public void PagesWithoutAnyDuration_TakeNoTime()
    {
        var run = Model.Play(pages: 5, workers: 2, slots: 1);

        Assert.Equal((TimeSpan.Zero, TimeSpan.Zero, 1), (run.Makespan, run.MeanLatency, run.PeakInFlight));
        Assert.Equal(double.PositiveInfinity, run.Throughput);
        Assert.Equal((double.NaN, double.NaN), (run.MeanInFlight, run.Utilisation!.Value));
        Assert.Equal([0, 1, 0, 1, 0], run.Records!.Select(record => record.Worker));
    }

    [Fact]
    public void Slots_ThatNobodyCounts_HaveNoUtilisation() =>
        Assert.Null(Model.Play(pages: 1, workers: 1, serviceMs: 5).Utilisation);

    [Theory]
    [InlineData(Model.MostRecords, true)]
    [InlineData(Model.MostRecords + 1, false)]
    public void Records_EndAtAHundredThousandPages_AndMetricsDoNot(int pages, bool hasRecords)
    {
        var run = Model.Play(pages, workers: 1_000, latencyMs: 50);

        Assert.Equal(hasRecords, run.Records is not null);
        Assert.Equal(Formula.MakespanInRounds(pages, 1_000, Ms(50)), run.Makespan);
        Assert.Equal((pages, 1_000, Ms(50)), (run.Pages, run.PeakInFlight, run.MeanLatency));
    }

    /// <remarks>Far above the knee no slot is ever idle once the first pages have come: T = ℓ + ⌈N/K⌉·s.</remarks>
    [Fact]
    public void TenThousandWorkers_OnAThousandSlots()
    {
        var run = Model.Play(pages: 1_000_000, workers: 10_000, latencyMs: 5, serviceMs: 5, slots: 1_000);

        Assert.Equal((Ms(5_005), 10_000), (run.Makespan, run.PeakInFlight));
        Assert.Equal(Ms(55), run.MaxLatency); // The first pages come all at once; later ones take the steady 50 ms.
        Assert.Equal(5_000.0 / 5_005, run.Utilisation!.Value, tolerance: 1e-12);
    }

    /// <remarks>The sum of the latencies is twenty times what 64 bits of ticks hold; their mean is 1 h·(N+1)/2.</remarks>
    [Fact]
    public void Sums_AreWiderThanATickCount()
    {
        const int pages = 100_001;
        var run = Model.Play(pages, workers: pages, serviceMs: 3_600_000, slots: 1);

        Assert.Equal(TimeSpan.FromHours(pages), run.Makespan);
        Assert.Equal(TimeSpan.FromHours((pages + 1) / 2), run.MeanLatency);
        Assert.Equal((pages + 1) / 2.0, run.MeanInFlight, tolerance: 1e-6);
    }

    private static (int Worker, int Started, int Finished) Timeline(FetchRecord record) =>
        (record.Worker, (int)record.Started.TotalMilliseconds, (int)record.Finished.TotalMilliseconds);

    private static TimeSpan Ms(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);
}
