namespace FetchLab.Benchmarks;

/// <summary>Holding back: what holds back decides about memory and the server, and not about time.</summary>
internal static class Lesson05
{
    private const int C = 10;

    public static IReadOnlyList<RealTimeClaim> Claims { get; } =
    [
        RealTimeClaim.Faster("05", Fetch.Async(C), Fetch.OneAtATime),
        Tie(Fetch.Async(C), Fetch.ParallelForEachAsync(C)),
        Tie(Fetch.Async(C), Fetch.Channel(C, capacity: C)),
    ];

    private static RealTimeClaim Tie(FetchStrategy one, FetchStrategy other) =>
        new("05", $"{one} and {other} take the same time, within 1.5 times", async site =>
        {
            var first = await RealTimeClaim.RunAsync(site, one);
            var second = await RealTimeClaim.RunAsync(site, other);
            var sentence = $"{first.Makespan.ToText()} against {second.Makespan.ToText()}";
            return Claim.That(first.Makespan / second.Makespan is > 1 / 1.5 and < 1.5, sentence, sentence);
        });
}
