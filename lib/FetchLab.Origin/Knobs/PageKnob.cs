namespace FetchLab.Origin;

/// <summary>One knob of a page: its name, what may be typed, and where it goes.</summary>
/// <param name="Name">As in an address and, after two dashes, on the command line.</param>
/// <param name="Range">What it must be.</param>
/// <param name="Good">A value to try.</param>
/// <param name="Set">The knobs with another value; null if the text is out of range.</param>
internal sealed record PageKnob(string Name, string Range, string Good, Func<PageKnobs, string, PageKnobs?> Set)
{
    public static IReadOnlyList<PageKnob> All { get; } =
    [
        Time("latencyMs", "50", (knobs, spread) => knobs with { Latency = spread }),
        Time("serviceMs", "20", (knobs, spread) => knobs with { Service = spread }),
        Milliseconds("setupMs", "2", (knobs, ms) => knobs with { SetupMs = ms }),
        Milliseconds("handoverMs", "0.87", (knobs, ms) => knobs with { HandoverMs = ms }),
        Whole("bytes", 0, 10_000_000, "2000", (knobs, bytes) => knobs with { Bytes = bytes }),
        Milliseconds("bodyMs", "200", (knobs, ms) => knobs with { BodyMs = ms }),
        new(
            "fail",
            "rates of 500, reset, hang and truncate that make 1 at most, or a pattern of them and ok",
            "500:0.1,reset:0.05",
            (knobs, text) => Failures.Parse(text) is { } failures ? knobs with { Failures = failures } : null),
        Whole("gate", 0, 10_000, "10", (knobs, gate) => knobs with { Gate = gate }),
        Whole("seed", 0, int.MaxValue, "1", (knobs, seed) => knobs with { Seed = seed }),
    ];

    /// <summary>What else may be typed. Who types a number needs to hear of numbers alone.</summary>
    public string Calls { get; private init; } = "";

    public string Sentence(string text) =>
        $"{Name} must be {(text.Contains('(', StringComparison.Ordinal) ? Calls : "")}{Range}, but was '{text}'; try {Good}.";

    private static PageKnob Time(string name, string good, Func<PageKnobs, Spread, PageKnobs> set) =>
        new(name, "from 0 to 60000", good, (knobs, text) => Spread.Parse(text) is { } spread ? set(knobs, spread) : null)
        {
            Calls = "a time, uniform(low,high) or lognormal(median,sigma) with times ",
        };

    private static PageKnob Milliseconds(string name, string good, Func<PageKnobs, double, PageKnobs> set) =>
        new(name, "from 0 to 60000", good, (knobs, text) =>
            KnobText.Number(text, 0, Spread.Most) is { } ms ? set(knobs, ms) : null);

    private static PageKnob Whole(string name, int least, int most, string good, Func<PageKnobs, int, PageKnobs> set) =>
        new(name, $"a whole number from {least} to {most}", good, (knobs, text) =>
            KnobText.Whole(text, least, most) is { } number ? set(knobs, number) : null);
}
