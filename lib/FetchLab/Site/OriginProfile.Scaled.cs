namespace FetchLab;

public sealed partial record OriginProfile
{
    /// <summary>Nothing but two hosts.</summary>
    internal static OriginProfile Plain { get; } = new(
        "plain", 1, 0, 0, 0, 10, 0, 0, 0, OriginClientWork.None, OriginThreadCosts.None,
        new[] { "apple", "github" }.ToDictionary(host => host, _ => new OriginHost(0, "50", "0", 0, 0, 2000, 0, "none")));

    /// <summary>
    /// The same with all its times so many times as long. The tutorial's causes have a tenth of its scale, so that
    /// <c>new VirtualSite(site.Profile.Scaled(10))</c> has its own.
    /// </summary>
    /// <param name="factor">From 0.001 to 1000.</param>
    /// <exception cref="FetchLabException">The factor is out of range, or makes a page's time longer than 60000 ms.</exception>
    public OriginProfile Scaled(double factor)
    {
        Require.Between(0.001, 1000, factor, nameof(factor), "10");
        return this with
        {
            LinkBytesPerSecond = LinkBytesPerSecond / factor,
            Rate = Rate / factor,
            StallAtMs = StallAtMs * factor,
            StallMs = StallMs * factor,
            ConnectMs = ConnectMs * factor,
            ClientWork = new(ClientWork.BlockingMs * factor, ClientWork.AsyncMs * factor, ClientWork.PooledMs * factor),
            Threads = new(Threads.SetupMs * factor, Threads.HandoverMs * factor),
            Hosts = Hosts.ToDictionary(host => host.Key, host => Scaled(host.Value, factor)),
        };
    }

    private static OriginHost Scaled(OriginHost host, double factor) => host with
    {
        LatencyMs = host.Latency.Scaled(factor).ToString(),
        ServiceMs = host.Service.Scaled(factor).ToString(),
        SetupMs = host.SetupMs * factor,
        HandoverMs = host.HandoverMs * factor,
        BodyMs = host.BodyMs * factor,
    };
}
