namespace FetchLab.Benchmarks;

/// <summary>Staying in control: a run is over at its deadline.</summary>
internal static class Lesson07
{
    private static readonly TimeSpan _deadline = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan _late = TimeSpan.FromMilliseconds(100);

    public static IReadOnlyList<RealTimeClaim> Claims { get; } =
        [new("07", $"a run with a deadline of {_deadline.ToText()} is over {_late.ToText()} after it at the latest", EndsAtItsDeadlineAsync)];

    private static async Task<Claim> EndsAtItsDeadlineAsync(OriginSite site)
    {
        var run = await site.RunAsync(Fetch.Async(5), site.Pages(100, latencyMs: 1000), new() { Deadline = _deadline });
        var sentence = $"ended after {run.Makespan.ToText()}, {(run.Cancelled ? "cancelled" : "not cancelled")}";
        return Claim.That(run.Cancelled && run.Makespan <= _deadline + _late, sentence, sentence);
    }
}
