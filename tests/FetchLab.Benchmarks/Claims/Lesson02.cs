namespace FetchLab.Benchmarks;

/// <summary>One thread, many waits: the waits overlap.</summary>
internal static class Lesson02
{
    public static IReadOnlyList<RealTimeClaim> Claims { get; } =
    [
        RealTimeClaim.Faster("02", Fetch.OneThreadAsync, Fetch.OneAtATime),
        RealTimeClaim.Faster("02", Fetch.OneThreadAsync, Fetch.OneThreadAsyncAtMost(4)),
    ];
}
