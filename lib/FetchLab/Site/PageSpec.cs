using System.Globalization;
using System.Text.RegularExpressions;

namespace FetchLab;

/// <summary>What pages of the local origin are like. What is left out is as the origin's profile has it.</summary>
public sealed partial record PageSpec
{
    /// <summary>Time that holds no slot: the way there and back.</summary>
    public Spread? Latency { get; init; }

    /// <summary>Time that holds one of the origin's slots, if it was started with slots.</summary>
    public Spread? Service { get; init; }

    /// <summary>The length of each body, from 0 to 10000000 bytes.</summary>
    public int? Bytes { get; init; }

    /// <summary>The time over which a body leaves, from 0 to 60000 ms.</summary>
    public double? BodyMs { get; init; }

    /// <summary>More latency for each fetch, from 0 to 60000 ms: see <see cref="OriginThreadCosts"/>.</summary>
    public double? SetupMs { get; init; }

    /// <summary>
    /// What a page takes of the shared link for each other request of its run in flight, from 0 to 60000 ms: see
    /// <see cref="OriginThreadCosts"/>.
    /// </summary>
    public double? HandoverMs { get; init; }

    /// <summary>
    /// Which attempts fail: by rate, such as <c>500:0.1,reset:0.05</c>, or by pattern, such as <c>500,hang,ok</c> for the first
    /// attempt at a page, the second, and the third; later ones succeed. The failures are <c>500</c>, <c>reset</c>,
    /// <c>hang</c> and <c>truncate</c>. A rate's luck hangs on the seed, the page and the attempt, not on who comes first.
    /// </summary>
    public string? Fail { get; init; }

    /// <summary>
    /// How many requests of a run must be in before the first is answered, from 0 to 10000; after 2 s all are. It shows how many
    /// a strategy really has in flight.
    /// </summary>
    public int? Gate { get; init; }

    /// <summary>Another seed than the origin's, from 0.</summary>
    public int? Seed { get; init; }

    /// <summary>The knobs that are set, by the names that the origin gives them.</summary>
    /// <exception cref="FetchLabException">One is out of range.</exception>
    internal IEnumerable<(string Name, string Value)> Knobs()
    {
        Validate();
        (string, string?)[] all =
        [
            ("latencyMs", Latency?.ToString()), ("serviceMs", Service?.ToString()), ("bytes", Text(Bytes)), ("bodyMs", Text(BodyMs)),
            ("setupMs", Text(SetupMs)), ("handoverMs", Text(HandoverMs)), ("fail", Fail), ("gate", Text(Gate)), ("seed", Text(Seed)),
        ];
        foreach (var (name, value) in all)
        {
            if (value is not null)
                yield return (name, value);
        }
    }

    private void Validate()
    {
        Require.Between(0, 10_000_000, Bytes ?? 0, "bytes", "2000");
        Require.Between(0, 60_000, BodyMs ?? 0, "bodyMs", "200");
        Require.Between(0, 60_000, SetupMs ?? 0, "setupMs", "2");
        Require.Between(0, 60_000, HandoverMs ?? 0, "handoverMs", "0.87");
        Require.Between(0, 10_000, Gate ?? 0, "gate", "10");
        Require.AtLeast(0, Seed ?? 0, "seed", "1");
        if (Fail is not null && !(Failures().IsMatch(Fail) && Rate(Fail) <= 1 + 1e-9))
            throw new FetchLabException(
                $"fail must be rates of 500, reset, hang and truncate that make 1 at most, or a pattern of them and ok, " +
                $"but was '{Fail}'; try \"500:0.1,reset:0.05\" or \"500,hang,ok\".");
    }

    private static double Rate(string rates) =>
        rates.Split(',').Sum(part => part.Split(':') is [_, var rate] ? double.Parse(rate, CultureInfo.InvariantCulture) : 0);

    private static string? Text(IFormattable? value) => value?.ToString(null, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(none|(500|reset|hang|truncate):\d*\.?\d+(,(500|reset|hang|truncate):\d*\.?\d+)*|(ok|500|reset|hang|truncate)(,(ok|500|reset|hang|truncate))*)$")]
    private static partial Regex Failures();
}
