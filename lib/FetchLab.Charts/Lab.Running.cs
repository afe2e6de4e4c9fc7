namespace FetchLab;

public static partial class Lab
{
    /// <summary>The local origin of this session: started by the first call, the same in every later one, gone with the session.</summary>
    /// <exception cref="FetchLabException">It is not built, or did not start.</exception>
    public static Task<OriginSite> OriginAsync(CancellationToken cancellationToken = default) =>
        OriginSite.SharedAsync(cancellationToken: cancellationToken);

    /// <summary>Runs a strategy over pages, with the origin's own counts beside the client's where the pages are the origin's.</summary>
    /// <inheritdoc cref="FetchStrategy.RunAsync"/>
    public static async Task<FetchRun> RunAsync(
        FetchStrategy strategy, IReadOnlyList<Page> pages, FetchOptions? options = null, CancellationToken cancellationToken = default)
    {
        var stopping = Stopping();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, stopping);
        var site = await OriginAsync(either.Token).ConfigureAwait(false);
        var run = await site.RunAsync(strategy, pages, options, either.Token).ConfigureAwait(false);
        // Who cancels a run gets what there is of it; who stops a cell wants the cell to end.
        stopping.ThrowIfCancellationRequested();
        return run;
    }
}
