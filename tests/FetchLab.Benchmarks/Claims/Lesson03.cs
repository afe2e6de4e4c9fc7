namespace FetchLab.Benchmarks;

/// <summary>Threads: as many waits overlap as there are threads.</summary>
internal static class Lesson03
{
    public static IReadOnlyList<RealTimeClaim> Claims { get; } =
    [
        RealTimeClaim.Faster("03", Fetch.Threads(10), Fetch.OneAtATime),
        new("03", "1 thread and one at a time take the same time, within 1.5 times", OneThreadIsATieAsync),
    ];

    private static async Task<Claim> OneThreadIsATieAsync(OriginSite site)
    {
        var one = await RealTimeClaim.RunAsync(site, Fetch.OneAtATime);
        var thread = await RealTimeClaim.RunAsync(site, Fetch.Threads(1));
        var sentence = $"{thread.Makespan.ToText()} against {one.Makespan.ToText()}";
        return Claim.That(thread.Makespan / one.Makespan is > 1 / 1.5 and < 1.5, sentence, sentence);
    }
}
