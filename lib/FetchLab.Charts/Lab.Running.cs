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
        var site = await OriginAsync(cancellationToken).ConfigureAwait(false);
        return await site.RunAsync(strategy, pages, options, cancellationToken).ConfigureAwait(false);
    }
}
