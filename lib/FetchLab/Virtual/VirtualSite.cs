namespace FetchLab;

/// <summary>
/// A site that exists only in memory and in virtual time: the strategies are the same, and so is their code, but no request
/// is sent and nobody waits. A run that would take minutes is over in milliseconds, its times are exact to the tick of
/// 100 ns, and it comes out the same each time.
/// </summary>
/// <remarks>
/// What the client itself does takes no time here but for the work that a profile or an option gives it, so a makespan is what
/// a formula says of an ideal client. Strategies that say they are not
/// <see cref="FetchStrategy.IsExactInVirtualTime"/> keep their counts and bounds, but not their times.
/// </remarks>
public sealed class VirtualSite : ISite
{
    /// <summary>A site with a server that serves so many pages at once.</summary>
    /// <param name="slots">K, from 1 to 1000000; null where nobody waits for a slot.</param>
    /// <exception cref="FetchLabException">The number is out of range.</exception>
    public VirtualSite(int? slots = null)
    {
        if (slots is { } count)
            Require.Between(1, 1_000_000, count, nameof(slots), "10");
        Profile = OriginProfile.Plain with { Slots = slots ?? 0 };
    }

    /// <summary>
    /// A site like an origin: <c>new VirtualSite(site.Profile)</c>, or <c>site.Profile.Scaled(10)</c>, or with parts of it
    /// switched off, such as <c>site.Profile with { LinkBytesPerSecond = 0 }</c>.
    /// </summary>
    /// <param name="profile">What it is like. Its times have to be fixed, and it has no luck: nothing that hangs on the seed.</param>
    /// <exception cref="FetchLabException">A part of the profile does not exist in virtual time.</exception>
    public VirtualSite(OriginProfile profile) => Profile = VirtualProfile.Check(profile);

    /// <summary>What it is like.</summary>
    public OriginProfile Profile { get; }

    /// <summary>What its addresses begin with. No such host can exist: <c>.invalid</c> is kept free for that (RFC 6761).</summary>
    public Uri Address { get; } = new("http://virtual.invalid/");

    /// <inheritdoc/>
    public IReadOnlyList<Page> Pages(int count, double latencyMs = 50, int bytes = 2000) =>
        Pages(count, new PageSpec { Latency = Time(latencyMs, "latencyMs", "50").TotalMilliseconds, Bytes = bytes });

    /// <inheritdoc/>
    public IReadOnlyList<Page> Pages(int count, PageSpec spec)
    {
        Require.AtLeast(1, count, "pages", "100");
        return [.. Enumerable.Range(0, count).Select(index => VirtualProfile.PageOf(Profile, spec, index).ToPage(Address))];
    }

    /// <summary>Pages that also hold a slot of the server.</summary>
    /// <param name="count">How many, at least 1.</param>
    /// <param name="latencyMs">ℓ: how long each takes without a slot, from 0 to 60000 ms.</param>
    /// <param name="bytes">The length of each body, from 0 to 10000000 bytes.</param>
    /// <param name="serviceMs">s: how long each holds a slot, from 0 to 60000 ms.</param>
    /// <exception cref="FetchLabException">A value is out of range.</exception>
    public IReadOnlyList<Page> Pages(int count, double latencyMs, int bytes, double serviceMs)
    {
        Require.AtLeast(1, count, "pages", "100");
        return Pages(Enumerable.Repeat(latencyMs, count), bytes, serviceMs);
    }

    /// <summary>Pages with a latency each.</summary>
    /// <param name="latenciesMs">ℓ of each page, from 0 to 60000 ms; at least one.</param>
    /// <param name="bytes">The length of each body, from 0 to 10000000 bytes.</param>
    /// <param name="serviceMs">s: how long each holds a slot, from 0 to 60000 ms.</param>
    /// <exception cref="FetchLabException">A value is out of range.</exception>
    public IReadOnlyList<Page> Pages(IEnumerable<double> latenciesMs, int bytes = 2000, double serviceMs = 0)
    {
        Require.Between(0, 10_000_000, bytes, "bytes", "2000");
        var service = Time(serviceMs, nameof(serviceMs), "20");
        Page[] pages = [.. Require.Given(latenciesMs, "latencies", "[10, 50, 100]").Select(
            (latency, index) => new VirtualPage(index, Time(latency, "latencyMs", "50"), service, bytes, PageFailure.None).ToPage(Address))];
        Require.AtLeast(1, pages.Length, "pages", "100");
        return pages;
    }

    /// <summary>The same page, going wrong.</summary>
    /// <param name="page">A page of this site.</param>
    /// <param name="failure">How it goes wrong.</param>
    /// <param name="attempts">How many attempts at it do, at least 1; later ones bring it.</param>
    /// <exception cref="FetchLabException">The page is of another site, or the number is out of range.</exception>
    public Page Failing(Page page, PageFailure failure, int attempts = int.MaxValue)
    {
        Require.AtLeast(1, attempts, "attempts", "2");
        return (Own(page) with { Failure = failure, FailingAttempts = attempts }).ToPage(Address);
    }

    /// <summary>
    /// Runs a strategy in virtual time, and tells what the origin counted: <see cref="FetchRun.Origin"/>. There is nothing to
    /// warm, and the clock is the run's own, whatever the options say about both.
    /// </summary>
    /// <exception cref="FetchLabException">A page is of another site, or an option cannot be used.</exception>
    /// <inheritdoc/>
    public async Task<FetchRun> RunAsync(
        FetchStrategy strategy,
        IReadOnlyList<Page> pages,
        FetchOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        Require.Given(strategy, "a strategy", "Fetch.Threads(10)");
        options = (options ?? new FetchOptions()).At(Profile);
        options.Validate();
        var own = Page.Given(pages).Select(Own).ToArray();
        if (strategy.IsThreaded && options.ThreadCosts != OriginThreadCosts.None)
            pages = [.. own.Select(page => page.ForThreads(options.ThreadCosts!).ToPage(Address))];

        var clock = new VirtualClock();
        var origin = new VirtualOrigin(clock, Profile);
        var virtually = options with
        {
            Warm = false,
            TimeProvider = clock,
            Handler = () => new VirtualHandler(clock, origin, options.ConnectDelay!.Value),
        };

        var run = await strategy.RunAsync(pages, virtually, cancellationToken).ConfigureAwait(false);
        return run with { Origin = origin.Counts() };
    }

    private static TimeSpan Time(double milliseconds, string what, string good) =>
        Durations.FromMilliseconds(Require.Between(0, 60_000, milliseconds, what, good));

    private VirtualPage Own(Page page) =>
        page.Url is { IsAbsoluteUri: true } && page.Url.Authority == Address.Authority && VirtualPage.Read(page.Url) is { } own
            ? own
            : throw new FetchLabException(
                $"a virtual site has only its own pages, but was given '{page.Url}'; try site.Pages(100).");
}
