namespace FetchLab;

/// <summary>What a run does beside fetching. The defaults are those of a fair measurement.</summary>
public sealed record FetchOptions
{
    /// <summary>
    /// Whether the strategy first fetches one page of each host in its own way, unrecorded and under another run id. A
    /// process's first fetch takes several times as long as its second, and a comparison should not say more about that
    /// than about the strategies.
    /// </summary>
    public bool Warm { get; init; } = true;

    /// <summary>Where each fetch prints its line <c>pid | thread | url</c> when it has finished; null prints nothing.</summary>
    public TextWriter? PrintTo { get; init; }

    /// <summary>The most that one request may take, body included; then its record says so. More than 0, at most a day.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>
    /// The most that the whole run may take, its warm-up aside; null lets it take what it needs. At the deadline the run ends
    /// as if it were cancelled. More than 0, at most a day.
    /// </summary>
    public TimeSpan? Deadline { get; init; }

    /// <summary>Whether the first fetch that fails ends the run as if it were cancelled. Otherwise the others go on.</summary>
    public bool StopOnError { get; init; }

    /// <summary>Told of each fetch that has finished, one call after the other, from whichever thread finished it.</summary>
    public IProgress<FetchProgress>? Progress { get; init; }

    /// <summary>
    /// What making each connection costs on top, from 0 to a minute: on this machine it is nearly free, and between machines
    /// it is a round trip or three. It shows as <see cref="FetchRecord.Connect"/>. Null leaves it to the profile of the site
    /// whose pages these are, and is nothing elsewhere.
    /// </summary>
    public TimeSpan? ConnectDelay { get; init; }

    /// <summary>
    /// What the client works on each page that has arrived, under one lock. It shows as <see cref="FetchRecord.Work"/>. Null
    /// leaves it to the profile of the site whose pages these are, and is nothing elsewhere;
    /// <see cref="OriginClientWork.None"/> switches it off.
    /// </summary>
    public OriginClientWork? ClientWork { get; init; }

    /// <summary>
    /// What a strategy that <see cref="FetchStrategy.IsThreaded"/> pays for each page of a site. Null leaves it to the site's
    /// profile; <see cref="OriginThreadCosts.None"/> switches it off. Pages that are of no site cannot be made to cost it.
    /// </summary>
    public OriginThreadCosts? ThreadCosts { get; init; }

    /// <summary>
    /// What is done about requests that fail or come too fast, the outermost policy first; those of the strategy
    /// (<see cref="FetchStrategy.With"/>) come outside of these.
    /// </summary>
    public IReadOnlyList<Policy> Policies { get; init; } = [];

    /// <summary>The clock that instants are read from and that timeouts, delays and policies wait on.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>What each client of the run sends its requests through; null is the network.</summary>
    internal Func<HttpMessageHandler>? Handler { get; init; }

    /// <summary>The options for a site's pages: what they leave open is as the site's profile has it.</summary>
    internal FetchOptions At(OriginProfile profile) => this with
    {
        ConnectDelay = ConnectDelay ?? Durations.FromMilliseconds(profile.ConnectMs),
        ClientWork = ClientWork ?? profile.ClientWork,
        ThreadCosts = ThreadCosts ?? profile.Threads,
    };

    internal void Validate()
    {
        Require.Given(TimeProvider, "the clock", "TimeProvider.System");
        foreach (var policy in Require.Given(Policies, "policies", "Policy.Retry(3)"))
            Require.Given(policy, "a policy", "Policy.Retry(3)");
        if (RequestTimeout <= TimeSpan.Zero || RequestTimeout > TimeSpan.FromDays(1))
            throw new FetchLabException(
                $"the request timeout must be more than 0 s and at most a day, but was {RequestTimeout.ToText()}; try 100 s.");
        if (Deadline is { } deadline && (deadline <= TimeSpan.Zero || deadline > TimeSpan.FromDays(1)))
            throw new FetchLabException(
                $"the deadline must be more than 0 s and at most a day after the start, but was {deadline.ToText()}; try 10 s.");
        if (ConnectDelay is { } connect && (connect < TimeSpan.Zero || connect > TimeSpan.FromMinutes(1)))
            throw new FetchLabException(
                $"the connect delay must be at least 0 s and at most a minute, but was {connect.ToText()}; try 20 ms.");
        ClientWork?.Validate();
        ThreadCosts?.Validate();
    }
}
