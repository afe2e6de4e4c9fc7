namespace FetchLab.Benchmarks;

/// <summary>One at a time: the waits add up.</summary>
internal static class Lesson01
{
    public static IReadOnlyList<RealTimeClaim> Claims { get; } =
        [new("01", "one at a time takes the sum of the times held, and no more than 1.5 times that", TakesTheSumAsync)];

    private static async Task<Claim> TakesTheSumAsync(OriginSite site)
    {
        var run = await RealTimeClaim.RunAsync(site, Fetch.OneAtATime);
        var sum = run.PredictedFromHeld!.Makespan;
        var sentence = $"{run.Makespan.ToText()} for a sum of {sum.ToText()}";
        return Claim.That(run.Makespan >= sum && run.Makespan <= 1.5 * sum, sentence, sentence);
    }
}
