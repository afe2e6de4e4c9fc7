namespace FetchLab;

/// <summary>
/// Where pages come from: an origin on this machine (<see cref="OriginSite"/>), or one in memory and in virtual time
/// (<see cref="VirtualSite"/>). A lesson that is written for either runs on both.
/// </summary>
public interface ISite
{
    /// <summary>Pages of this site; the hosts <c>apple</c> and <c>github</c> alternate.</summary>
    /// <param name="count">How many, at least 1.</param>
    /// <param name="latencyMs">How long the origin holds each reply, from 0 to 60000 ms.</param>
    /// <param name="bytes">The length of each body, from 0 to 10000000 bytes.</param>
    /// <exception cref="FetchLabException">A value is out of range.</exception>
    IReadOnlyList<Page> Pages(int count, double latencyMs = 50, int bytes = 2000);

    /// <summary>Pages as the site's profile has them, where the specification does not say otherwise; the hosts alternate.</summary>
    /// <param name="count">How many, at least 1.</param>
    /// <param name="spec">What they are like: <c>new PageSpec()</c> leaves all to the profile.</param>
    /// <exception cref="FetchLabException">A value is out of range.</exception>
    IReadOnlyList<Page> Pages(int count, PageSpec spec);

    /// <summary>What it is like: what its pages are where nothing is said, and what a client pays for.</summary>
    OriginProfile Profile { get; }

    /// <summary>Runs a strategy, and tells what the origin counted meanwhile: <see cref="FetchRun.Origin"/>.</summary>
    /// <inheritdoc cref="FetchStrategy.RunAsync"/>
    Task<FetchRun> RunAsync(
        FetchStrategy strategy,
        IReadOnlyList<Page> pages,
        FetchOptions? options = null,
        CancellationToken cancellationToken = default);
}
