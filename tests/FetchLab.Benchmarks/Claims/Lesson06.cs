namespace FetchLab.Benchmarks;

/// <summary>When it goes wrong: work that sleeps on the pool waits for threads, work that awaits does not.</summary>
internal static class Lesson06
{
    private static readonly string _path = Path.Combine(Path.GetDirectoryName(BuiltOrigin.Path)!, "FetchLab.Disasters.dll");

    public static IReadOnlyList<RealTimeClaim> Claims { get; } =
        [new("06", "work that awaits is done before the same work that sleeps on the pool", AwaitIsFasterAsync)];

    private static async Task<Claim> AwaitIsFasterAsync(OriginSite site)
    {
        var (sleep, wait) = (await HappenAsync(Disaster.SleepOnThePool), await HappenAsync(Disaster.AwaitOnThePool));
        var sentence = $"{wait.Took.ToText()} against {sleep.Took.ToText()}";
        return Claim.That(wait.Took < sleep.Took, sentence, sentence);
    }

    // Five rounds of the threads that the pool has to begin with.
    private static Task<DisasterRun> HappenAsync(Disaster disaster) => DisasterProcess.RunAsync(
        disaster, TimeSpan.FromSeconds(10), new() { Count = 5 * Environment.ProcessorCount, WaitMs = 200 }, _path);
}
