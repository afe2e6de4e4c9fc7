namespace FetchLab.Origin;

/// <summary>Profiles with a name.</summary>
/// <remarks>
/// The three tutorial ones are causes that each fit the four times of a well-known tutorial, at a tenth of their scale: 100
/// pages take 3.40 s one at a time, 1.43 s all at once, 3.60 s on one thread of a pool and 2.21 s on ten.
/// </remarks>
internal static class NamedProfiles
{
    public static IReadOnlyList<OriginProfile> All { get; } =
    [
        new(),
        Lan(),
        City(),
        TutorialLink(),
        TutorialLock(),
        TutorialHosts(),
    ];

    public static OriginProfile? Find(string name) => All.FirstOrDefault(profile => profile.Name == name);

    /// <summary>A server in the same house: half a millisecond away, on a line of a gigabit a second.</summary>
    private static OriginProfile Lan() => new OriginProfile { Name = "lan", LinkBytesPerSecond = 125e6, ConnectMs = 1 }
        .WithPages(pages => pages with { Latency = new(SpreadKind.Uniform, 0.4, 0.6) });

    /// <summary>A server in the same city: 20 ms away, two round trips to connect, 16 slots that take 10 ms a page.</summary>
    private static OriginProfile City() => new OriginProfile { Name = "city", Slots = 16, LinkBytesPerSecond = 12.5e6, ConnectMs = 40 }
        .WithPages(pages => pages with { Latency = new(SpreadKind.LogNormal, 20, 0.2), Service = new(SpreadKind.LogNormal, 10, 0.5) });

    /// <summary>A shared link that takes 14.1 ms a page, and more where threads hand it over to each other.</summary>
    private static OriginProfile TutorialLink() =>
        new OriginProfile { Name = "tutorial-link", LinkBytesPerSecond = 2000 / 0.0141, Threads = new(SetupMs: 2, HandoverMs: 0.87) }
            .WithPages(pages => pages with { Latency = Spread.Fixed(19.9) });

    /// <summary>A client that does its own work under one lock.</summary>
    private static OriginProfile TutorialLock() =>
        new OriginProfile { Name = "tutorial-lock", ClientWork = new(BlockingMs: 20, AsyncMs: 14.16, PooledMs: 2) }
            .WithPages(pages => pages with { Latency = Spread.Fixed(14) });

    /// <summary>Hosts that serve one page at a time, the first more slowly than the second.</summary>
    private static OriginProfile TutorialHosts() => new OriginProfile { Name = "tutorial-hosts", Threads = new(SetupMs: 2, HandoverMs: 0) }
        .WithPages(pages => pages with { Latency = Spread.Fixed(9.5) })
        .WithHosts("apple", host => new(1, host.Pages with { Service = Spread.Fixed(28.4) }))
        .WithHosts("github", host => new(1, host.Pages with { Service = Spread.Fixed(20.4) }));
}
