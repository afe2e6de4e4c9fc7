namespace FetchLab.Origin;

/// <summary>
/// Which attempts fail, and how: by rate (<c>500:0.1,reset:0.05</c>), or by pattern (<c>500,hang,ok</c>: the first attempt at
/// a page, the second, …; those after the last succeed).
/// </summary>
internal sealed record Failures(IReadOnlyList<(Fate Fate, double Rate)> Rates, IReadOnlyList<Fate> Pattern, string Text)
{
    private static readonly Dictionary<string, Fate> Names = new()
    {
        ["ok"] = Fate.Page, ["500"] = Fate.Error, ["reset"] = Fate.Reset, ["hang"] = Fate.Hang, ["truncate"] = Fate.Truncated,
    };

    public static Failures None { get; } = new([], [], "none");

    /// <returns>Null if the text names another failure, or rates that are no part of 1.</returns>
    public static Failures? Parse(string text)
    {
        if (text == None.Text)
            return None;
        var parts = text.Split(',');
        return text.Contains(':', StringComparison.Ordinal) ? ParseRates(parts, text) : ParsePattern(parts, text);
    }

    public Fate Of(Dice dice, int attempt, int use)
    {
        if (attempt <= Pattern.Count)
            return Pattern[attempt - 1];

        var roll = dice.Roll(use);
        foreach (var (fate, rate) in Rates)
        {
            if (roll < rate)
                return fate;
            roll -= rate;
        }

        return Fate.Page;
    }

    private static Failures? ParseRates(string[] parts, string text)
    {
        var rates = new List<(Fate, double Rate)>();
        foreach (var part in parts)
        {
            if (part.Split(':') is not [var name, var share] || !Names.TryGetValue(name, out var fate)
                || KnobText.Number(share, 0, 1) is not { } rate)
                return null;
            rates.Add((fate, rate));
        }

        // Shares such as 0.1 are no exact numbers, and ten of them may be a little more than 1.
        return rates.Sum(one => one.Rate) <= 1 + 1e-9 ? new(rates, [], text) : null;
    }

    private static Failures? ParsePattern(string[] parts, string text) =>
        parts.All(Names.ContainsKey) ? new([], [.. parts.Select(name => Names[name])], text) : null;
}
