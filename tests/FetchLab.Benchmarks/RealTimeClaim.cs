namespace FetchLab.Benchmarks;

/// <summary>
/// One of the lessons' claims about time, small enough to try many times. Wall time on a busy machine is not for a test to
/// judge, so how often a claim holds is counted here.
/// </summary>
/// <param name="Lesson">The lesson that makes the claim.</param>
/// <param name="Name">What is claimed.</param>
/// <param name="Try">Runs it once against an origin; throws <see cref="ClaimException"/> where it does not hold.</param>
internal sealed record RealTimeClaim(string Lesson, string Name, Func<OriginSite, Task<Claim>> Try)
{
    private const int Pages = 20;
    private const double LatencyMs = 25;

    /// <summary>Each takes about a second.</summary>
    public static IReadOnlyList<RealTimeClaim> All { get; } =
    [
        new("01", "one at a time takes the sum of the times held, and no more than 1.5 times that", TakesTheSumAsync),
        Faster("02", Fetch.OneThreadAsync, Fetch.OneAtATime),
        Faster("03", Fetch.Threads(10), Fetch.OneAtATime),
        new("03", "1 thread and one at a time take the same time, within 1.5 times", OneThreadIsATieAsync),
        Faster("04", Fetch.OneThreadAsync, Fetch.Threads(10)),
        Faster("04", Fetch.Threads(10), Fetch.Threads(2)),
    ];

    private static RealTimeClaim Faster(string lesson, FetchStrategy faster, FetchStrategy slower) =>
        new(lesson, $"{faster} is faster than {slower}", async site =>
        {
            var second = await RunAsync(site, slower);
            return Claim.Faster(await RunAsync(site, faster), second);
        });

    private static async Task<Claim> TakesTheSumAsync(OriginSite site)
    {
        var run = await RunAsync(site, Fetch.OneAtATime);
        var sum = run.PredictedFromHeld!.Makespan;
        var sentence = $"{run.Makespan.ToText()} for a sum of {sum.ToText()}";
        return Claim.That(run.Makespan >= sum && run.Makespan <= 1.5 * sum, sentence, sentence);
    }

    private static async Task<Claim> OneThreadIsATieAsync(OriginSite site)
    {
        var one = await RunAsync(site, Fetch.OneAtATime);
        var thread = await RunAsync(site, Fetch.Threads(1));
        var sentence = $"{thread.Makespan.ToText()} against {one.Makespan.ToText()}";
        return Claim.That(thread.Makespan / one.Makespan is > 1 / 1.5 and < 1.5, sentence, sentence);
    }

    private static Task<FetchRun> RunAsync(OriginSite site, FetchStrategy strategy) =>
        site.RunAsync(strategy, site.Pages(Pages, LatencyMs));
}
