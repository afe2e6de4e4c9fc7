namespace FetchLab.Benchmarks;

/// <summary>
/// One of the lessons' claims about time, small enough to try many times. Wall time on a busy machine is not for a test to
/// judge, so how often a claim holds is counted here.
/// </summary>
/// <param name="Lesson">The lesson that makes the claim.</param>
/// <param name="Name">What is claimed.</param>
/// <param name="Try">Runs it once against an origin, in 2 s at most; throws <see cref="ClaimException"/> where it does not hold.</param>
internal sealed record RealTimeClaim(string Lesson, string Name, Func<OriginSite, Task<Claim>> Try)
{
    private const int Pages = 20;
    private const double LatencyMs = 25;

    /// <summary>All claims, in the order of the lessons.</summary>
    public static IReadOnlyList<RealTimeClaim> All { get; } =
    [
        .. Lesson00.Claims, .. Lesson01.Claims, .. Lesson02.Claims, .. Lesson03.Claims, .. Lesson04.Claims,
        .. Lesson05.Claims, .. Lesson06.Claims, .. Lesson07.Claims, .. Lesson08.Claims, .. Lesson09.Claims,
        .. Lesson05.Claims, .. Lesson06.Claims, .. Lesson07.Claims, .. Lesson08.Claims, .. Lesson09.Claims,
        .. Lesson10.Claims, .. Lesson11.Claims, .. Lesson12.Claims, .. Lesson13.Claims,
    ];

    /// <summary>That one strategy is faster than another over pages that each take 25 ms.</summary>
    public static RealTimeClaim Faster(string lesson, FetchStrategy faster, FetchStrategy slower) =>
        new(lesson, $"{faster} is faster than {slower}", async site =>
        {
            var second = await RunAsync(site, slower);
            return Claim.Faster(await RunAsync(site, faster), second);
        });

    /// <summary>Runs a strategy over 20 pages of 25 ms.</summary>
    public static Task<FetchRun> RunAsync(OriginSite site, FetchStrategy strategy) =>
        site.RunAsync(strategy, site.Pages(Pages, LatencyMs));
}
