using System.Text.Json.Serialization;

namespace FetchLab;

/// <summary>What an origin's host is like, where a page's address does not say otherwise.</summary>
/// <param name="Slots">How many requests it serves at a time by itself; 0 where it shares the origin's slots.</param>
/// <param name="LatencyMs">Time that holds no slot, as <see cref="Spread.ToString"/> writes it.</param>
/// <param name="ServiceMs">Time that holds a slot, written likewise.</param>
/// <param name="SetupMs">More latency.</param>
/// <param name="HandoverMs">What a page takes of the link for each other request in flight.</param>
/// <param name="Bytes">The length of a body.</param>
/// <param name="BodyMs">The time over which a body leaves.</param>
/// <param name="Fail">Which attempts fail, as in <see cref="PageSpec.Fail"/>.</param>
public sealed record OriginHost(
    int Slots, string LatencyMs, string ServiceMs, double SetupMs, double HandoverMs, int Bytes, double BodyMs, string Fail)
{
    /// <summary>Time that holds no slot.</summary>
    [JsonIgnore]
    public Spread Latency => Spread.Parse(LatencyMs);

    /// <summary>Time that holds a slot.</summary>
    [JsonIgnore]
    public Spread Service => Spread.Parse(ServiceMs);
}
