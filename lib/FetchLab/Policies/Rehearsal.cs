namespace FetchLab;

/// <summary>
/// What warming is for policies: the same policies with a state of their own, over a page that exists in memory and keeps
/// failing. Their code is compiled, as a client's is by its warm-up, and no request is sent, no permit used, and no time
/// waited: it is virtual.
/// </summary>
internal static class Rehearsal
{
    /// <summary>Enough for a few attempts, however many the policies would make.</summary>
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(10);

    /// <remarks>Once by blocking calls and once by others, whose ways through a policy differ.</remarks>
    public static async Task RunAsync(IReadOnlyList<Policy> policies, CancellationToken stop)
    {
        var site = new VirtualSite();
        Page[] pages = [site.Failing(site.Pages(1, latencyMs: 1000, bytes: 0)[0], PageFailure.Reset)];
        foreach (var strategy in new[] { Fetch.OneAtATime, Fetch.OneThreadAsync })
            await site.RunAsync(strategy.With(policies), pages, new FetchOptions { Deadline = Enough }, stop).ConfigureAwait(false);
    }
}
