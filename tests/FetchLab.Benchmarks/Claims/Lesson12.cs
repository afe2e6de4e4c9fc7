namespace FetchLab.Benchmarks;

/// <summary>Side by side: at equal concurrency, coroutines on one thread and threads take the same time.</summary>
internal static class Lesson12
{
    public static IReadOnlyList<RealTimeClaim> Claims { get; } =
    [
        new("12", "one thread, async, at most 10 and 10 threads take the same time, within 1.5 times", async site =>
        {
            var loop = await RealTimeClaim.RunAsync(site, Fetch.OneThreadAsyncAtMost(10));
            var threads = await RealTimeClaim.RunAsync(site, Fetch.Threads(10));
            var sentence = $"{loop.Makespan.ToText()} against {threads.Makespan.ToText()}";
            return Claim.That(loop.Makespan / threads.Makespan is > 1 / 1.5 and < 1.5, sentence, sentence);
        }),
    ];
}
