namespace FetchLab.Tests.Charts;

public sealed class SweepingWithoutANotebook(OriginFixture origin)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sweep_RunsEachNumberOfWorkers_InTheGivenOrder_OverItsOwnPages()
    {
        var runs = await Lab.SweepAsync(
            [3, 1, 2], workers => Fetch.Threads(workers), workers => origin.Site.Pages(2 * workers, latencyMs: 1), cancellationToken: Cancelled);

        Assert.Equal([(3, 6), (1, 2), (2, 4)], runs.Select(run => (run.Workers, run.Records.Count)));
    }

    [Fact]
    public async Task Sweep_ThatIsCancelled_IsNoSweep()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Lab.SweepAsync([1], workers => Fetch.Threads(workers), origin.Site.Pages(2), cancellationToken: new(canceled: true)));
    }

    [Fact]
    public async Task NoWorkerCounts_AreRefused()
    {
        var error = await Assert.ThrowsAsync<FetchLabException>(
            () => Lab.SweepAsync([], workers => Fetch.Threads(workers), origin.Site.Pages(2), cancellationToken: Cancelled));

        Assert.Equal("workers must be at least one number, but was none; try [1, 2, 5, 10].", error.Message);
    }
}
