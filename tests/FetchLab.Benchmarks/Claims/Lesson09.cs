namespace FetchLab.Benchmarks;

/// <summary>Measuring honestly: a stopwatch that does not wait sees less than the waits.</summary>
internal static class Lesson09
{
    public static IReadOnlyList<RealTimeClaim> Claims { get; } =
        [new("09", "a stopwatch that does not wait sees less than the times held, one that waits at least them", SeesLessAsync)];

    private static async Task<Claim> SeesLessAsync(OriginSite site)
    {
        var ended = new TaskCompletionSource<FetchRun>();
        var part = Timing.Of(async () => ended.SetResult(await RealTimeClaim.RunAsync(site, Fetch.Async(1))));
        var run = await ended.Task;
        var whole = await Timing.OfAsync(async () => run = await RealTimeClaim.RunAsync(site, Fetch.Async(1)));
        var sentence = $"{part.ToText()} and {whole.ToText()} for {run.PredictedFromHeld!.Makespan.ToText()}";
        return Claim.That(part < run.PredictedFromHeld.Makespan && whole >= run.PredictedFromHeld.Makespan, sentence, sentence);
    }
}
