namespace FetchLab.Origin;

/// <summary>What the origin is like: what is set for its whole life, and what its hosts' pages are where their address says nothing.</summary>
internal sealed record OriginProfile
{
    public string Name { get; init; } = "plain";

    public int Seed { get; init; } = 1;

    /// <summary>Slots that all hosts share; 0 for as many as requests.</summary>
    public int Slots { get; init; }

    /// <summary>The bandwidth that all bodies share; 0 for one without end.</summary>
    public double LinkBytesPerSecond { get; init; }

    /// <summary>Requests a second of one run that are answered, the others with status 429; 0 for all.</summary>
    public double Rate { get; init; }

    /// <summary>How many requests of a run may come at once under the rate.</summary>
    public int Burst { get; init; } = 10;

    /// <summary>When the origin stands still, in ms from the first request of a run.</summary>
    public double StallAtMs { get; init; }

    /// <summary>For how long it then stands still, in ms; 0 for never.</summary>
    public double StallMs { get; init; }

    /// <summary>What a new connection costs, in ms. On loopback it is nearly free, so the client adds this.</summary>
    public double ConnectMs { get; init; }

    /// <summary>What the client works for each page. It is the client that does it.</summary>
    public ClientWork ClientWork { get; init; } = new(0, 0, 0);

    /// <summary>The extra knobs of the pages that a program with threads asks for.</summary>
    public ThreadPages Threads { get; init; } = new(0, 0);

    /// <summary>The hosts by name.</summary>
    public IReadOnlyDictionary<string, HostProfile> Hosts { get; init; } =
        new SortedDictionary<string, HostProfile> { ["apple"] = new(0, new()), ["github"] = new(0, new()) };

    /// <summary>The profile with some of its hosts changed.</summary>
    /// <param name="name">One host; null for all.</param>
    /// <param name="change">What each becomes.</param>
    public OriginProfile WithHosts(string? name, Func<HostProfile, HostProfile> change) => this with
    {
        Hosts = Hosts.ToDictionary(host => host.Key, host => name is null || host.Key == name ? change(host.Value) : host.Value),
    };

    public OriginProfile WithPages(Func<PageKnobs, PageKnobs> change) =>
        WithHosts(name: null, host => host with { Pages = change(host.Pages) });
}
