namespace FetchLab.Tests;

/// <summary>A reader's mistake is one sentence with the bad value and a good one, and nothing is sent.</summary>
public sealed class RefusingBadArguments(OriginFixture origin)
{
    private static readonly Page Good = new(0, "apple", new Uri("http://127.0.0.1/apple/0"), TimeSpan.Zero);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<string, Func<OriginSite, object>> Mistakes => new()
    {
        { "workers must be at least 1, but was 0; try 10.", _ => Fetch.Threads(0) },
        { "workers must be at least 1, but was -3; try 10.", _ => Fetch.Threads(-3) },
        { "workers must be from 1 to 10000, but was 1000000; try 10.", _ => Fetch.Threads(1_000_000) },
        { "concurrency must be at least 1, but was 0; try 10.", _ => Fetch.Async(0) },
        { "concurrency must be at least 1, but was 0; try 10.", _ => Fetch.OneThreadAsyncAtMost(0) },
        { "concurrency must be at least 1, but was -1; try 10.", _ => Fetch.ParallelForEachAsync(-1) },
        { "concurrency must be at least 1, but was 0; try 10.", _ => Fetch.ParallelForEach(0) },
        { "concurrency must be from 1 to 10000, but was 10001; try 10.", _ => Fetch.Dataflow(10_001) },
        { "ratePerSecond must be from 0.001 to 1000000, but was 0; try 20.", _ => Fetch.OpenLoop(0) },
        { "ratePerSecond must be from 0.001 to 1000000, but was -2.5; try 20.", _ => Fetch.OpenLoop(-2.5) },
        { "ratePerSecond must be from 0.001 to 1000000, but was NaN; try 20.", _ => Fetch.OpenLoop(double.NaN) },
        { "ratePerSecond must be from 0.001 to 1000000, but was 0; try 20.", _ => Fetch.OpenLoop(0, seed: 1) },
        { "seed must be at least 0, but was -1; try 1.", _ => Fetch.OpenLoop(20, seed: -1) },
        { "consumers must be at least 1, but was 0; try 10.", _ => Fetch.Channel(0, capacity: 10) },
        { "capacity must be at least 1, but was 0; try 10.", _ => Fetch.Channel(10, capacity: 0) },
        { "pages must be at least 1, but was 0; try 100.", site => site.Pages(0) },
        { "latencyMs must be from 0 to 60000, but was -5; try 50.", site => site.Pages(1, latencyMs: -5) },
        { "latencyMs must be from 0 to 60000, but was NaN; try 50.", site => site.Pages(1, latencyMs: double.NaN) },
        { "bytes must be from 0 to 10000000, but was -1; try 2000.", site => site.Pages(1, bytes: -1) },
        { "bytes must be from 0 to 10000000, but was 10000001; try 2000.", site => site.Pages(1, bytes: 10_000_001) },
        { "slots must be from 1 to 1000000, but was 0; try 10.", _ => new VirtualSite(slots: 0) },
        { "pages must be at least 1, but was 0; try 100.", _ => new VirtualSite().Pages(0) },
        { "pages must be at least 1, but was 0; try 100.", _ => new VirtualSite().Pages([]) },
        { "latencyMs must be from 0 to 60000, but was -5; try 50.", _ => new VirtualSite().Pages([10, -5]) },
        { "serviceMs must be from 0 to 60000, but was -1; try 20.", _ => new VirtualSite().Pages([10], serviceMs: -1) },
        { "bytes must be from 0 to 10000000, but was 10000001; try 2000.", _ => new VirtualSite().Pages(1, bytes: 10_000_001) },
        {
            "a virtual site has only its own pages, but was given 'http://127.0.0.1/apple/0'; try site.Pages(100).",
            _ => new VirtualSite().Failing(Good, PageFailure.Reset)
        },
        {
            "a rate does not exist in virtual time, but was 5; try profile with { Rate = 0 }.",
            site => new VirtualSite(site.Profile with { Rate = 5 })
        },
        {
            "latency must be the same for each page in virtual time, but was uniform(20,80); try latency = 50.",
            _ => new VirtualSite().Pages(1, new PageSpec { Latency = Spread.Uniform(20, 80) })
        },
        {
            "a gate does not exist in virtual time, but was 10; try run.PeakInFlight.",
            _ => new VirtualSite().Pages(1, new PageSpec { Gate = 10 })
        },
        { "a run's id must be a text without a slash, but was 'a/b'; try \"mine\".", site => site.NewClient("a/b") },
        { "a run's id must be a text without a slash, but was ' '; try \"mine\".", site => site.NewClient(" ") },
        { "factor must be from 0.001 to 1000, but was 0; try 10.", site => site.Profile.Scaled(0) },
        { "attempts must be at least 1, but was 0; try 2.", _ => Failing(attempts: 0) },
        { "latencies must be given, but was nothing; try [10, 50, 100].", _ => new VirtualSite().Pages(null!) },
        { "latencies must be given, but was nothing; try one for each page.", _ => Fetch.OneAtATime.Predict(default(TimeSpan[])!) },
        { "pages must be given, but was nothing; try site.Pages(100).", _ => Fetch.OneAtATime.Predict(default(Page[])!) },
        { "pages must be at least 1, but was 0; try 100.", _ => Fetch.OneAtATime.Predict(Array.Empty<Page>()) },
        { "failure must be from 0 to 1, but was 1.5; try 0.1.", _ => Fetch.OneAtATime.Predict([Good], failure: 1.5) },
        { "policies must be given, but was nothing; try Policy.Retry(3).", _ => Fetch.OneAtATime.With(null!) },
        { "a policy must be given, but was nothing; try Policy.Retry(3).", _ => Fetch.OneAtATime.With([null!]) },
        { "an action must be given, but was nothing; try () => Work().", _ => Timing.Of(null!) },
        { "pages must be given, but was nothing; try Page.From(\"https://example.org/\").", _ => Page.From(default(string[])!) },
        {
            "a page's address must start with http:// or https://, but was 'nothing'; try 'https://example.org/'.",
            _ => Page.From([null!])
        },
        { "pages must be at least 1, but was 0; try Page.From(\"https://example.org/\").", _ => Page.From() },
        {
            "a page's address must start with http:// or https://, but was 'apple'; try 'https://example.org/'.",
            _ => Page.From("apple")
        },
        {
            "a page's address must start with http:// or https://, but was 'ftp://a/'; try 'https://example.org/'.",
            _ => Page.From("http://a/", "ftp://a/")
        },
    };

    public static TheoryData<string, Page[], FetchOptions> BadRuns => new()
    {
        { "pages must be at least 1, but was 0; try 100.", [], new() },
        { "pages must be given, but was nothing; try site.Pages(100).", null!, new() },
        { "a page must be given, but was nothing; try site.Pages(100).", [Good, null!], new() },
        {
            "a page's address must start with http:// or https://, but was 'nothing'; try 'https://example.org/'.",
            [Good with { Url = null! }],
            new()
        },
        { "the clock must be given, but was nothing; try TimeProvider.System.", [Good], new() { TimeProvider = null! } },
        { "policies must be given, but was nothing; try Policy.Retry(3).", [Good], new() { Policies = null! } },
        { "a policy must be given, but was nothing; try Policy.Retry(3).", [Good], new() { Policies = [null!] } },
        {
            "the deadline must be more than 0 s and at most a day after the start, but was 0 ms; try 10 s.",
            [Good],
            new() { Deadline = TimeSpan.Zero }
        },
        {
            "the request timeout must be more than 0 s and at most a day, but was -1.00 ms; try 100 s.",
            [Good],
            new() { RequestTimeout = Timeout.InfiniteTimeSpan }
        },
        {
            "a latency must be at least 0 ms, but was -50 ms; try 50 ms.",
            [Good with { Latency = TimeSpan.FromMilliseconds(-50) }],
            new()
        },
        {
            "a page's address must start with http:// or https://, but was '/apple/0'; try 'https://example.org/'.",
            [Good, Good with { Url = new Uri("/apple/0", UriKind.Relative) }],
            new()
        },
        {
            "the request timeout must be more than 0 s and at most a day, but was 0 ms; try 100 s.",
            [Good],
            new() { RequestTimeout = TimeSpan.Zero }
        },
        {
            "the deadline must be more than 0 s and at most a day after the start, but was -1.00 s; try 10 s.",
            [Good],
            new() { Deadline = TimeSpan.FromSeconds(-1) }
        },
        {
            "the connect delay must be at least 0 s and at most a minute, but was -5.00 ms; try 20 ms.",
            [Good],
            new() { ConnectDelay = TimeSpan.FromMilliseconds(-5) }
        },
        { "blockingMs must be from 0 to 60000, but was -1; try 20.", [Good], new() { ClientWork = new(-1, 0, 0) } },
        { "asyncMs must be from 0 to 60000, but was NaN; try 14.16.", [Good], new() { ClientWork = new(0, double.NaN, 0) } },
        { "pooledMs must be from 0 to 60000, but was 70000; try 2.", [Good], new() { ClientWork = new(0, 0, 70_000) } },
        { "setupMs must be from 0 to 60000, but was -1; try 2.", [Good], new() { ThreadCosts = new(-1, 0) } },
        { "handoverMs must be from 0 to 60000, but was -1; try 0.87.", [Good], new() { ThreadCosts = new(0, -1) } },
    };

    [Theory]
    [MemberData(nameof(Mistakes), DisableDiscoveryEnumeration = true)]
    public void AMistake_IsOneSentence(string sentence, Func<OriginSite, object> mistake)
    {
        var refused = Assert.Throws<FetchLabException>(() => mistake(origin.Site));

        Assert.Equal(sentence, refused.Message);
    }

    [Theory]
    [MemberData(nameof(BadRuns), DisableDiscoveryEnumeration = true)]
    public async Task ABadRun_IsRefused(string sentence, Page[] pages, FetchOptions options)
    {
        var refused = await Assert.ThrowsAsync<FetchLabException>(() => Fetch.OneAtATime.RunAsync(pages, options, Cancelled));

        Assert.Equal(sentence, refused.Message);
    }

    [Theory]
    [MemberData(nameof(BadRuns), DisableDiscoveryEnumeration = true)]
    public async Task ABadRun_IsRefusedByASiteToo(string sentence, Page[] pages, FetchOptions options)
    {
        var refused = await Assert.ThrowsAsync<FetchLabException>(
            () => origin.Site.RunAsync(Fetch.OneAtATime, pages, options, Cancelled));

        Assert.Equal(sentence, refused.Message);
    }

    [Fact]
    public async Task NoStrategy_IsSaidSo()
    {
        foreach (var site in new ISite[] { origin.Site, new VirtualSite() })
        {
            var refused = await Assert.ThrowsAsync<FetchLabException>(() => site.RunAsync(null!, site.Pages(2), null, Cancelled));

            Assert.Equal("a strategy must be given, but was nothing; try Fetch.Threads(10).", refused.Message);
        }
    }

    [Fact]
    public async Task AVirtualSite_RefusesWhatIsNoPageOfItsOwn()
    {
        var site = new VirtualSite();

        var foreign = await Assert.ThrowsAsync<FetchLabException>(() => site.RunAsync(Fetch.OneAtATime, [Good], null, Cancelled));
        var none = await Assert.ThrowsAsync<FetchLabException>(() => site.RunAsync(Fetch.OneAtATime, [], null, Cancelled));

        Assert.StartsWith("a virtual site has only its own pages, but was given 'http://127.0.0.1/apple/0';", foreign.Message, StringComparison.Ordinal);
        Assert.Equal("pages must be at least 1, but was 0; try 100.", none.Message);
    }

    [Fact]
    public async Task ABadPage_IsRefused_BeforeTheGoodOnesAreSent()
    {
        await using var site = await OriginSite.StartAsync(OriginFixture.OriginPath, Cancelled);
        var pages = site.Pages(2, latencyMs: 0).Append(Good with { Url = new Uri("ftp://a/") }).ToArray();

        await Assert.ThrowsAsync<FetchLabException>(() => Fetch.OneThreadAsync.RunAsync(pages, options: null, Cancelled));

        Assert.Equal(0, (await site.CountsAsync(cancellationToken: Cancelled)).Requests);
    }

    [Fact]
    public async Task AnOriginThatHasEnded_IsSaidSo()
    {
        var site = await OriginSite.StartAsync(OriginFixture.OriginPath, Cancelled);
        var pages = site.Pages(2);
        await site.DisposeAsync();

        var refused = await Assert.ThrowsAsync<FetchLabException>(
            () => site.RunAsync(Fetch.OneAtATime, pages, cancellationToken: Cancelled));

        Assert.Equal(
            $"the origin at {site.Address} has ended, and its pages went with it; try those of a new one: OriginSite.StartAsync().",
            refused.Message);
    }

    [Fact]
    public async Task AnOriginThatIsNotBuilt_IsSaidSo()
    {
        var refused = await Assert.ThrowsAsync<FetchLabException>(
            () => OriginSite.StartAsync("nowhere/FetchLab.Origin.dll", Cancelled));

        Assert.Equal(
            "the origin is not built: there is no 'nowhere/FetchLab.Origin.dll'; run `dotnet build` at the root of the project.",
            refused.Message);
    }

    private static Page Failing(int attempts)
    {
        var site = new VirtualSite();
        return site.Failing(site.Pages(1)[0], PageFailure.Reset, attempts);
    }
}
