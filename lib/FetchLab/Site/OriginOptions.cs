using System.Globalization;

namespace FetchLab;

/// <summary>What an origin is started with. What is left out is as the named profile has it; 0 switches a part of that off.</summary>
public sealed record OriginOptions
{
    /// <summary>
    /// <c>plain</c>, <c>lan</c>, <c>city</c>, or one of the tutorial's causes: <c>tutorial-link</c>, <c>tutorial-lock</c>,
    /// <c>tutorial-hosts</c>.
    /// </summary>
    public string Profile { get; init; } = "plain";

    /// <summary>The port for HTTP/1.1, and the next one for HTTP/2; 0 lets the system choose.</summary>
    public int Port { get; init; }

    /// <summary>Another seed is another luck for each attempt; from 0.</summary>
    public int? Seed { get; init; }

    /// <summary>How many requests all hosts serve at a time, from 0 to 10000.</summary>
    public int? Slots { get; init; }

    /// <summary>How many requests one host serves at a time, by its name: <c>apple</c> or <c>github</c>.</summary>
    public IReadOnlyDictionary<string, int> HostSlots { get; init; } = new Dictionary<string, int>();

    /// <summary>The bandwidth of the link on which all bodies leave.</summary>
    public double? LinkBytesPerSecond { get; init; }

    /// <summary>How many requests a second a run may make; others get status 429 and are told when to come back.</summary>
    public double? Rate { get; init; }

    /// <summary>How many requests may come at once under the rate, from 1.</summary>
    public int? Burst { get; init; }

    /// <summary>When the origin stands still, from a run's first request, in ms.</summary>
    public double? StallAtMs { get; init; }

    /// <summary>For how long it then stands still, in ms.</summary>
    public double? StallMs { get; init; }

    /// <summary>What a new connection costs, in ms. The client adds it: on loopback a connection is nearly free.</summary>
    public double? ConnectMs { get; init; }

    /// <summary>The pages of all hosts, where <see cref="OriginSite.Pages(int, PageSpec)"/> leaves something out.</summary>
    public PageSpec Pages { get; init; } = new();

    /// <summary>Whether the origin notes each request.</summary>
    public bool Logs { get; init; } = true;

    /// <summary>A profile's name stands for an origin that is all as the profile has it.</summary>
    public static implicit operator OriginOptions(string profile) => FromString(profile);

    /// <summary>An origin that is all as a profile has it.</summary>
    /// <param name="profile">The profile's name.</param>
    public static OriginOptions FromString(string profile) => new() { Profile = profile };

    /// <exception cref="FetchLabException">A value of the pages is out of range; the origin itself judges the rest.</exception>
    internal IEnumerable<string> ToArguments()
    {
        (string Name, IFormattable? Value)[] all =
        [
            ("port", Port), ("seed", Seed), ("slots", Slots), ("linkBytesPerSecond", LinkBytesPerSecond), ("rate", Rate),
            ("burst", Burst), ("stallAtMs", StallAtMs), ("stallMs", StallMs), ("connectMs", ConnectMs),
        ];
        return new[] { ("profile", Profile), ("log", Logs ? "on" : "off") }
            .Concat(all.Where(one => one.Value is not null)
                .Select(one => (one.Name, one.Value!.ToString(null, CultureInfo.InvariantCulture))))
            .Concat(HostSlots.OrderBy(host => host.Key, StringComparer.Ordinal).Select(host => ($"{host.Key}.slots", host.Value.ToString(CultureInfo.InvariantCulture))))
            .Concat(Pages.Knobs())
            .SelectMany(one => new[] { $"--{one.Item1}", one.Item2 });
    }
}
