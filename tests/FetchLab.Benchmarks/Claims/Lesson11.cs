namespace FetchLab.Benchmarks;

/// <summary>Serving it: requests that wait for one another's threads are answered later than requests that await.</summary>
internal static class Lesson11
{
    private static readonly string _path = Path.Combine(Path.GetDirectoryName(BuiltOrigin.Path)!, "FetchLab.Service.dll");

    public static IReadOnlyList<RealTimeClaim> Claims { get; } =
        [new("11", "the same pages come sooner from an endpoint that awaits than from one that blocks", AwaitIsFasterAsync)];

    private static async Task<Claim> AwaitIsFasterAsync(OriginSite site)
    {
        // A new one each time: its pool has grown after the first. Eight rounds of the threads that it begins with.
        await using var service = await ServiceSite.StartAsync(_path);
        var workers = 8 * Environment.ProcessorCount;
        var waiting = await Fetch.Async(workers).RunAsync(service.Async(workers, 100));
        var blocking = await Fetch.Async(workers).RunAsync(service.Blocking(workers, 100));
        var sentence = $"{waiting.Makespan.ToText()} against {blocking.Makespan.ToText()}";
        return Claim.That(waiting.Failed + blocking.Failed == 0 && waiting.Makespan < blocking.Makespan, sentence, sentence);
    }
}
