namespace FetchLab.Origin;

/// <summary>What can be set for each page: in its address, and for all pages of a host in the profile.</summary>
internal sealed record PageKnobs
{
    /// <summary>Time in ms that holds no slot.</summary>
    public Spread Latency { get; init; } = Spread.Fixed(50);

    /// <summary>Time in ms that holds one of the slots.</summary>
    public Spread Service { get; init; } = Spread.Fixed(0);

    /// <summary>More latency, in ms: what a program pays for each fetch that it sets up on its own.</summary>
    public double SetupMs { get; init; }

    /// <summary>What a page takes of the shared link for each other request in flight of its run, in ms.</summary>
    public double HandoverMs { get; init; }

    public int Bytes { get; init; } = 2000;

    /// <summary>The time in ms over which the body leaves.</summary>
    public double BodyMs { get; init; }

    public Failures Failures { get; init; } = Failures.None;

    /// <summary>How many requests of the run must be in before one is answered; 0 for no gate.</summary>
    public int Gate { get; init; }

    /// <summary>Another seed than the origin's; null for the origin's.</summary>
    public int? Seed { get; init; }
}
