namespace FetchLab.Benchmarks;

/// <summary>How many workers: what counts is how many waits happen at the same time, and not who waits.</summary>
internal static class Lesson04
{
    public static IReadOnlyList<RealTimeClaim> Claims { get; } =
    [
        RealTimeClaim.Faster("04", Fetch.Threads(10), Fetch.Threads(2)),
        new("04", "10 tasks and 10 threads take the same time, within 1.5 times", TasksAndThreadsTieAsync),
    ];

    private static async Task<Claim> TasksAndThreadsTieAsync(OriginSite site)
    {
        var pages = site.Pages(200, latencyMs: 25);
        var tasks = await site.RunAsync(Fetch.Async(10), pages);
        var threads = await site.RunAsync(Fetch.Threads(10), pages);
        var sentence = $"{tasks.Makespan.ToText()} against {threads.Makespan.ToText()}";
        return Claim.That(tasks.Makespan / threads.Makespan is > 1 / 1.5 and < 1.5, sentence, sentence);
    }
}
