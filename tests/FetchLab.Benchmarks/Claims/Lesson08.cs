namespace FetchLab.Benchmarks;

/// <summary>The unreliable web: a limit holds back, and a hedge does not wait for what hangs.</summary>
internal static class Lesson08
{
    private const int Pages = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(400);

    public static IReadOnlyList<RealTimeClaim> Claims { get; } =
    [
        new("08", "under a limit of 50/s, 20 pages take at least (N−b)/q", TakesItsPermitsAsync),
        new("08", "where first attempts hang, a hedge is faster than a timeout and a retry", HedgeIsFasterAsync),
    ];

    private static async Task<Claim> TakesItsPermitsAsync(OriginSite site)
    {
        var run = await RealTimeClaim.RunAsync(site, Fetch.Async().With(Policy.Limit(50, burst: 5)));
        var least = Formula.LeastLastStart(Pages, burst: 5, permitsPerSecond: 50);
        var sentence = $"{run.Makespan.ToText()} for at least {least.ToText()}";
        return Claim.That(run.Failed == 0 && run.Makespan >= least, sentence, sentence);
    }

    private static async Task<Claim> HedgeIsFasterAsync(OriginSite site)
    {
        var pages = site.Pages(Pages, new PageSpec { Latency = 5, Fail = "hang,ok" });
        var options = new FetchOptions { Warm = false, RequestTimeout = Patience };
        var retried = await site.RunAsync(Fetch.Async().With(Policy.Retry(1, baseMs: 0)), pages, options);
        var hedged = await site.RunAsync(Fetch.Async().With(Policy.Hedge(20)), pages, options);
        var sentence = $"{hedged.Makespan.ToText()} against {retried.Makespan.ToText()}";
        return Claim.That(hedged.Failed == 0 && hedged.Makespan < retried.Makespan, sentence, sentence);
    }
}
