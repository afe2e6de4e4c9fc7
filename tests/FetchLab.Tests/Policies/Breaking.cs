using FetchLab.Tests.Measuring;

namespace FetchLab.Tests.Policies;

public sealed class Breaking : PolicyRuns
{
    private const string KeptBack = "the breaker was open, so the request was not sent.";

    private static readonly Policy Breaker = Policy.Breaker(failureRatio: 1, minimum: 3, breakMs: 5000);

    public static TheoryData<FetchStrategy> Strategies => [Fetch.OneAtATime, Fetch.Threads(1)];

    [Theory]
    [MemberData(nameof(Strategies), DisableDiscoveryEnumeration = true)]
    public async Task AfterTooManyFailures_NothingIsSent(FetchStrategy strategy)
    {
        await using var server = new ScriptedServer(ScriptedServer.Refusal(Broken));

        var run = await RunAsync(strategy.With(Breaker), server.Pages(10));

        Assert.Equal(3, server.Requests.Count);
        Assert.Equal([true, true, true, false, false, false, false, false, false, false], run.Records.Select(record => record.Sent));
        Assert.All(run.Records.Skip(3), record => Assert.Equal((KeptBack, null), (record.Error, record.Status)));
        Assert.Equal((10, 10, 3, 10), (run.Pages, run.Attempts, run.Requests, run.Failed));
    }

    [Fact]
    public async Task PagesThatArrive_KeepItClosed()
    {
        await using var server = new ScriptedServer(
            ScriptedServer.Refusal(Broken), ScriptedServer.Refusal(Broken), ScriptedServer.Page, ScriptedServer.Refusal(Broken));

        var run = await RunAsync(Fetch.OneAtATime.With(Breaker), server.Pages(10));

        // One of ten arrived, so the share of failures never was 1.
        Assert.Equal(10, server.Requests.Count);
        Assert.All(run.Records, record => Assert.True(record.Sent));
    }

    [Fact]
    public async Task PagesThatAreNotThere_AreNoReasonToOpen()
    {
        await using var server = new ScriptedServer(ScriptedServer.Refusal("404 Not Found"));

        await RunAsync(Fetch.OneAtATime.With(Breaker), server.Pages(10));

        Assert.Equal(10, server.Requests.Count);
    }

    /// <remarks>
    /// Retries every 2 s: three failures at 0, 2 and 4 s open it until 9. It keeps back what comes at 6 and 8, lets the one at
    /// 10 s through, which brings the page, and is closed again for the second page.
    /// </remarks>
    [Fact]
    public async Task AfterItsPause_OneIsLetThrough_AndClosesIt()
    {
        await using var server = new ScriptedServer(
            ScriptedServer.Refusal(Broken), ScriptedServer.Refusal(Broken), ScriptedServer.Refusal(Broken), ScriptedServer.Page);

        var run = await RunAsync(
            Fetch.OneAtATime.With(Policy.Retry(9, baseMs: 2000, capMs: 2000, jitter: false), Breaker), server.Pages(2));

        Assert.Equal(
            [
                (0, 1, 0.0, true), (0, 2, 2, true), (0, 3, 4, true), (0, 4, 6, false), (0, 5, 8, false), (0, 6, 10, true),
                (1, 1, 10, true),
            ],
            run.Records.Select(record => (record.Index, record.Attempt, record.Started.TotalSeconds, record.Sent)));
        Assert.Equal((2, 7, 5, 0), (run.Pages, run.Attempts, run.Requests, run.Failed));
        Assert.Equal([null, "2", "3", "6", null], server.Sent("FetchLab-Attempt"));
    }

    [Fact]
    public async Task EveryRun_StartsWithAClosedOne()
    {
        await using var server = new ScriptedServer(ScriptedServer.Refusal(Broken));
        var strategy = Fetch.OneAtATime.With(Breaker);

        await RunAsync(strategy, server.Pages(5));
        await RunAsync(strategy, server.Pages(5));

        Assert.Equal(6, server.Requests.Count);
    }
}
