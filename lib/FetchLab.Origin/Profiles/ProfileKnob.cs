using System.Globalization;

namespace FetchLab.Origin;

/// <summary>One knob of the whole origin: its name on the command line, what may be typed, and where it goes.</summary>
/// <param name="Name">After two dashes.</param>
/// <param name="Range">What it must be.</param>
/// <param name="Good">A value to try.</param>
/// <param name="Set">The profile with another value; null if the text is out of range.</param>
internal sealed record ProfileKnob(string Name, string Range, string Good, Func<OriginProfile, string, OriginProfile?> Set)
{
    public static IReadOnlyList<ProfileKnob> All { get; } =
    [
        Whole("seed", 0, int.MaxValue, "1", (profile, seed) => profile with { Seed = seed }),
        Whole("slots", 0, 10_000, "4", (profile, slots) => profile with { Slots = slots }),
        Number("linkBytesPerSecond", 1e12, "1000000", (profile, speed) => profile with { LinkBytesPerSecond = speed }),
        Number("rate", 1e6, "50", (profile, rate) => profile with { Rate = rate }),
        Whole("burst", 1, 1_000_000, "10", (profile, burst) => profile with { Burst = burst }),
        Number("stallAtMs", 3.6e6, "5000", (profile, at) => profile with { StallAtMs = at }),
        Number("stallMs", 60_000, "2000", (profile, stall) => profile with { StallMs = stall }),
        Number("connectMs", 60_000, "40", (profile, connect) => profile with { ConnectMs = connect }),
    ];

    public string Sentence(string text) => $"{Name} must be {Range}, but was '{text}'; try {Good}.";

    private static ProfileKnob Whole(string name, int least, int most, string good, Func<OriginProfile, int, OriginProfile> set) =>
        new(name, $"a whole number from {least} to {most}", good, (profile, text) =>
            KnobText.Whole(text, least, most) is { } number ? set(profile, number) : null);

    private static ProfileKnob Number(string name, double most, string good, Func<OriginProfile, double, OriginProfile> set) =>
        new(name, string.Create(CultureInfo.InvariantCulture, $"from 0 to {most:F0}"), good, (profile, text) =>
            KnobText.Number(text, 0, most) is { } number ? set(profile, number) : null);
}
