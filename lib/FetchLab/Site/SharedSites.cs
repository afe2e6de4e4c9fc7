namespace FetchLab;

/// <summary>The sites of this process that all who ask share: each is started once, and again where it has ended.</summary>
internal static class SharedSites<TSite>
    where TSite : class
{
    private static readonly SemaphoreSlim Starting = new(1);
    private static readonly Dictionary<string, TSite> Sites = [];

    /// <summary>The one site under a key: the first who asks starts it.</summary>
    public static async Task<TSite> GetAsync(
        string key, Func<Task<TSite>> start, Func<TSite, bool> hasEnded, CancellationToken cancellationToken)
    {
        await Starting.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!Sites.TryGetValue(key, out var site) || hasEnded(site))
                Sites[key] = site = await start().ConfigureAwait(false);
            return site;
        }
        finally
        {
            Starting.Release();
        }
    }

    /// <summary>The last that was started for which something holds; null where there is none.</summary>
    public static async Task<TSite?> FindAsync(Func<TSite, bool> holds, CancellationToken cancellationToken)
    {
        await Starting.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return Sites.Values.LastOrDefault(holds);
        }
        finally
        {
            Starting.Release();
        }
    }
}
