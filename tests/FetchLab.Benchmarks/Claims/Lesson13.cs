namespace FetchLab.Benchmarks;

/// <summary>The tutorial on trial: on many threads, a shared link with a hand-over gets slower, and one lock does not.</summary>
internal static class Lesson13
{
    public static IReadOnlyList<RealTimeClaim> Claims { get; } =
    [
        new("13", "from 3 threads to 20, a shared link takes 1.2 times as long or more", _ => SweepAsync("tutorial-link", ratio => ratio > 1.2)),
        new("13", "from 3 threads to 20, one lock takes the same time, within 1.2 times", _ => SweepAsync("tutorial-lock", ratio => ratio is > 1 / 1.2 and < 1.2)),
    ];

    private static async Task<Claim> SweepAsync(string profile, Func<double, bool> holds)
    {
        await using var site = await OriginSite.StartAsync(new OriginOptions { Profile = profile }, BuiltOrigin.Path);
        var pages = site.Pages(25, new PageSpec());
        var few = await site.RunAsync(Fetch.Threads(3), pages);
        var many = await site.RunAsync(Fetch.Threads(20), pages);
        var sentence = $"{few.Makespan.ToText()} on 3 threads, {many.Makespan.ToText()} on 20";
        return Claim.That(holds(many.Makespan / few.Makespan), sentence, sentence);
    }
}
