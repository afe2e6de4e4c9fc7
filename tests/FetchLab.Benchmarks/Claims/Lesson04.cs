namespace FetchLab.Benchmarks;

/// <summary>How many workers: what counts is how many waits happen at the same time.</summary>
internal static class Lesson04
{
    public static IReadOnlyList<RealTimeClaim> Claims { get; } =
    [
        RealTimeClaim.Faster("04", Fetch.OneThreadAsync, Fetch.Threads(10)),
        RealTimeClaim.Faster("04", Fetch.Threads(10), Fetch.Threads(2)),
    ];
}
