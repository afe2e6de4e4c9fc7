using System.Globalization;
using FetchLab.Tests.Measuring;

namespace FetchLab.Tests.Policies;

public sealed class Retrying : PolicyRuns
{
    private static readonly Policy Three = Policy.Retry(3, baseMs: 100, jitter: false);

    public static TheoryData<FetchStrategy> Strategies => [Fetch.OneAtATime, Fetch.OneThreadAsync, Fetch.Threads(2)];

    [Theory]
    [MemberData(nameof(Strategies), DisableDiscoveryEnumeration = true)]
    public async Task APageThatFails_IsAskedForAgain_EachTimeAfterTwiceTheWait(FetchStrategy strategy)
    {
        await using var server = new ScriptedServer(
            ScriptedServer.Refusal(Broken), ScriptedServer.Refusal(Broken), ScriptedServer.Page);

        var run = await RunAsync(strategy.With(Three), server.Pages(1));

        Assert.Equal([(1, 500), (2, 500), (3, 200)], run.Records.Select(record => (record.Attempt, record.Status!.Value)));
        Assert.Equal([null, "2", "3"], server.Sent("FetchLab-Attempt"));
        Assert.Equal(Ms(0, 100, 200), run.Records.Select(record => record.QueueWait));
        Assert.Equal(Ms(0, 100, 300), run.Records.Select(record => record.Started));
        Assert.Equal((1, 3, 0, 2), (run.Pages, run.Attempts, run.Failed, run.FailedAttempts));
    }

    [Theory]
    [MemberData(nameof(Strategies), DisableDiscoveryEnumeration = true)]
    public async Task APageThatKeepsFailing_IsGivenUp_AfterTheLastRetry(FetchStrategy strategy)
    {
        await using var server = new ScriptedServer(ScriptedServer.Refusal("503 Service Unavailable"));

        var run = await RunAsync(strategy.With(Three), server.Pages(5));

        int[] attempts = [1, 2, 3, 4];
        Assert.Equal(
            Enumerable.Range(0, 5).SelectMany(page => attempts.Select(attempt => (page, attempt))),
            run.Records.Select(record => (record.Index, record.Attempt)));
        Assert.Equal((5, 20, 5, 20), (run.Pages, run.Attempts, run.Failed, run.FailedAttempts));
        Assert.Equal(20, server.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(Strategies), DisableDiscoveryEnumeration = true)]
    public async Task Attempts_StayWithTheirWorker(FetchStrategy strategy)
    {
        await using var server = new ScriptedServer(ScriptedServer.Refusal(Broken));

        var run = await RunAsync(strategy.With(Three, Policy.Limit(perSecond: 10)), server.Pages(6));

        Assert.Equal(24, run.Attempts);
        Assert.All(
            run.Records.GroupBy(record => record.Worker),
            worker => Assert.Single(worker.SelectMany(record => new[] { record.ThreadIdAtStart, record.ThreadIdAtEnd }).Distinct()));
    }

    [Theory]
    [InlineData("404 Not Found", 1)]
    [InlineData("400 Bad Request", 1)]
    [InlineData("408 Request Timeout", 4)]
    [InlineData(TooMany, 4)]
    [InlineData("502 Bad Gateway", 4)]
    public async Task OnlyWhatMayBeGoneTheNextTime_IsRetried(string status, int attempts)
    {
        await using var server = new ScriptedServer(ScriptedServer.Refusal(status));

        var run = await RunAsync(Fetch.OneAtATime.With(Three), server.Pages(1));

        Assert.Equal((attempts, 1), (run.Attempts, run.Failed));
        Assert.Equal(attempts, server.Requests.Count);
    }

    [Fact]
    public async Task AConnectionThatIsNotMade_IsRetried()
    {
        var run = await RunAsync(Fetch.OneAtATime.With(Three), Page.From(ClosedPort.Address.AbsoluteUri));

        Assert.Equal([1, 2, 3, 4], run.Records.Select(record => record.Attempt));
        Assert.All(run.Records, record => Assert.StartsWith("no connection was made: ", record.Error, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Retry-After: 7", 7000)]
    [InlineData("Retry-After: 0", 100)]
    [InlineData("Retry-After: Tue, 01 Jan 2030 00:00:05 GMT", 5000)]
    public async Task RetryAfter_IsWaitedFor_WhereItIsLonger(string header, double waitMs)
    {
        await using var server = new ScriptedServer(ScriptedServer.Refusal(TooMany, header), ScriptedServer.Page);

        var run = await RunAsync(Fetch.OneAtATime.With(Three), server.Pages(1));

        Assert.Equal(Ms(waitMs), Clock.Waits);
        Assert.Equal((2, 0), (run.Attempts, run.Failed));
    }

    [Fact]
    public async Task Waits_StopGrowingAtTheirCap()
    {
        await using var server = new ScriptedServer(ScriptedServer.Refusal(Broken));

        await RunAsync(Fetch.OneAtATime.With(Policy.Retry(5, baseMs: 100, capMs: 450, jitter: false)), server.Pages(1));

        Assert.Equal(Ms(100, 200, 400, 450, 450), Clock.Waits);
    }

    [Fact]
    public void Jitter_IsWithinTheWait_AndDecidedBySeedPageAndAttempt()
    {
        var backoff = new Backoff(BaseMs: 100, CapMs: 10_000, Seed: 7);

        var waits = Waits(backoff);

        Assert.All(waits, wait => Assert.InRange(wait, TimeSpan.Zero, TimeSpan.FromMilliseconds(400)));
        Assert.Equal(waits, Waits(backoff));
        Assert.Empty(waits.Intersect(Waits(backoff with { Seed = 8 })));
        Assert.Distinct(waits);
        // Uniform from 0 to 400 ms: the mean of 1,000 is within five standard errors of 200.
        Assert.InRange(waits.Average(wait => wait.TotalMilliseconds), 200 - (5 * 3.7), 200 + (5 * 3.7));
    }

    [Fact]
    public async Task TwoLayersOfRetries_Multiply()
    {
        await using var server = new ScriptedServer(ScriptedServer.Refusal(Broken));

        var run = await RunAsync(Fetch.OneAtATime.With(Policy.Retry(2), Policy.Retry(2)), server.Pages(1));

        Assert.Equal(Enumerable.Range(1, 9), run.Records.Select(record => record.Attempt));
        Assert.Equal(9, server.Requests.Count);
    }

    [Fact]
    public async Task TheWarmUp_IsUnderNoPolicy()
    {
        await using var server = new ScriptedServer(
            ScriptedServer.Refusal(Broken), ScriptedServer.Refusal(Broken), ScriptedServer.Page);

        var run = await Fetch.OneAtATime.With(Policy.Retry(1, baseMs: 0)).RunAsync(server.Pages(1), null, Cancelled);

        Assert.Equal((2, 0), (run.Attempts, run.Failed));
        Assert.Equal([run.RunId + "-warm/0", run.RunId + "/0", run.RunId + "/0"], server.Sent("FetchLab-Run"));
    }

    [Fact]
    public async Task Printing_IsALineAPage()
    {
        await using var server = new ScriptedServer(ScriptedServer.Refusal(Broken));
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        var options = new FetchOptions { Warm = false, TimeProvider = Clock, PrintTo = writer };

        await Fetch.OneAtATime.With(Three).RunAsync(server.Pages(2), options, Cancelled);

        Assert.Equal(2, writer.ToString().Split(writer.NewLine, StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [MemberData(nameof(Strategies), DisableDiscoveryEnumeration = true)]
    public async Task ARunCancelledBetweenAttempts_KeepsTheOnesThatWere(FetchStrategy strategy)
    {
        await using var server = new ScriptedServer(ScriptedServer.Refusal(Broken));
        using var stop = new CancellationTokenSource();
        var wait = TimeSpan.FromMilliseconds(60_000);
        var clock = new SkippingClock { Endless = asked => { if (asked == wait) stop.Cancel(); } };
        var policed = strategy.With(Policy.Retry(3, baseMs: 60_000, capMs: 60_000, jitter: false));

        var run = await policed.RunAsync(server.Pages(1), new FetchOptions { Warm = false, TimeProvider = clock }, stop.Token);

        Assert.Equal([(1, 500)], run.Records.Select(record => (record.Attempt, record.Status!.Value)));
        Assert.True(run.Cancelled);
    }

    [Fact]
    public async Task PoliciesInTheOptions_WorkLikeThoseOfTheStrategy()
    {
        await using var server = new ScriptedServer(ScriptedServer.Refusal(Broken));
        var options = new FetchOptions { Warm = false, TimeProvider = Clock, Policies = [Policy.Retry(2)] };

        var run = await Fetch.OneAtATime.With(Policy.Retry(1)).RunAsync(server.Pages(1), options, Cancelled);

        Assert.Equal(6, run.Attempts);
    }

    [Fact]
    public async Task EveryAttempt_KnowsWhenItsPageWasMeantToStart()
    {
        await using var server = new ScriptedServer(ScriptedServer.Refusal(Broken), ScriptedServer.Page);
        using var client = new PageClient(new FetchOptions { TimeProvider = Clock });
        var run = new RecordedRun("run", Clock);
        var attempts = new PageAttempts(
            server.Pages(1)[0], run, worker: 7, client, blocking: true, queued: Ms(3)[0], intended: Ms(2)[0]);

        attempts.Fetch(Cancelled);
        await attempts.FetchAsync(Cancelled);

        FetchRecord[] records = [.. attempts.Earlier!, attempts.Last!];
        Assert.Equal([(1, 500), (2, 200)], records.Select(record => (record.Attempt, record.Status!.Value)));
        Assert.Equal(Ms(3, 0), records.Select(record => record.Queued));
        Assert.All(records, record => Assert.Equal((7, Ms(2)[0]), (record.Worker, record.Intended!.Value)));
    }

    private static TimeSpan[] Waits(Backoff backoff) =>
    [
        .. Enumerable.Range(0, 500).SelectMany(page => new[] { 1, 2 }.Select(attempt => backoff.After(Failed(page, attempt), retry: 2))),
    ];

    private static FetchRecord Failed(int page, int attempt) =>
        Charts.Runs.Fetch(page, thread: 5, queued: 0, started: 0, headers: 10, finished: 10) with { Attempt = attempt, Error = "x." };
}
