namespace FetchLab.Origin;

/// <summary>One attempt at a page: what chance gives it.</summary>
/// <param name="Page">The page.</param>
/// <param name="LatencyMs">Its latency, set-up included.</param>
/// <param name="ServiceMs">Its service.</param>
/// <param name="Fate">How it ends.</param>
internal sealed record Attempt(PageRequest Page, double LatencyMs, double ServiceMs, Fate Fate)
{
    // What the dice are rolled for. A spread takes a number and the one after it.
    private const int Latency = 10;
    private const int Service = 20;
    private const int Failing = 30;

    public static Attempt Of(PageRequest page, int attempt, int seed)
    {
        var knobs = page.Knobs;
        var dice = new Dice(knobs.Seed ?? seed, page.Host, page.Index, attempt);
        return new(
            page,
            knobs.Latency.Draw(dice, Latency) + knobs.SetupMs,
            knobs.Service.Draw(dice, Service),
            knobs.Failures.Of(dice, attempt, Failing));
    }
}
