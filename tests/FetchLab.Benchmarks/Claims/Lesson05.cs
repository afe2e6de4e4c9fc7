namespace FetchLab.Benchmarks;

/// <summary>Holding back: a limit costs rounds, and not more.</summary>
internal static class Lesson05
{
    public static IReadOnlyList<RealTimeClaim> Claims { get; } =
    [
        RealTimeClaim.Faster("05", Fetch.Async(10), Fetch.OneAtATime),
        RealTimeClaim.Faster("05", Fetch.Async(), Fetch.ParallelForEachAsync(5)),
    ];
}
