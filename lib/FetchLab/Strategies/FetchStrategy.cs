namespace FetchLab;

/// <summary>A way to fetch a list of pages. All share one client, and differ only in what waits for what.</summary>
public abstract partial class FetchStrategy
{
    /// <summary>What tables and pictures call it, such as <c>10 threads</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The workers that take pages: threads, or the coroutines in flight at once.</summary>
    /// <param name="pages">How many pages there are to take.</param>
    public abstract int WorkersFor(int pages);

    /// <summary>
    /// Whether it hands its pages out to threads that block. A site's profile may make such a strategy pay for that: see
    /// <see cref="OriginThreadCosts"/> and <see cref="OriginClientWork.PooledMs"/>.
    /// </summary>
    public virtual bool IsThreaded => false;

    /// <summary>
    /// Whether a run on a <see cref="VirtualSite"/> is exact to the tick and the same each time. Not so where something
    /// outside the strategy decides when its fetches start, such as how fast the thread pool grows.
    /// </summary>
    public virtual bool IsExactInVirtualTime => true;

    /// <summary>
    /// Fetches every page once and measures it. A fetch that fails is a record with an error; the others go on.
    /// </summary>
    /// <param name="pages">At least one, with http or https addresses. Each is asked for once.</param>
    /// <param name="options">Warm-up, printing, timeout, clock; null takes the defaults.</param>
    /// <param name="cancellationToken">Ends the run: nothing starts any more, and the run returns what it has.</param>
    /// <returns>The run, after the last fetch. Its work happened outside the caller's synchronization context.</returns>
    /// <exception cref="FetchLabException">The pages or an option cannot be used; no request was sent.</exception>
    public Task<FetchRun> RunAsync(
        IReadOnlyList<Page> pages, FetchOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new FetchOptions();
        Page.Validate(pages);
        options.Validate();

        // The caller may sit on a notebook's one-thread context. The measurement must neither wait for that nor run on it,
        // and a run that is cancelled from the start is still a run: the token is looked at inside.
        return Task.Run(() => MeasureAsync(pages, options, cancellationToken), CancellationToken.None);
    }

    /// <summary>The same strategy with every fetch under policies, the first one outermost.</summary>
    /// <param name="policies">At least one, such as <c>Policy.Retry(3)</c>.</param>
    /// <exception cref="FetchLabException">There is none.</exception>
    public FetchStrategy With(params IReadOnlyList<Policy> policies)
    {
        Require.AtLeast(1, Require.Given(policies, "policies", "Policy.Retry(3)").Count, "policies", "Policy.Retry(3)");
        foreach (var policy in policies)
            Require.Given(policy, "a policy", "Policy.Retry(3)");
        return new PolicedStrategy(this, policies);
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>Another strategy's work, for a strategy that is made of it.</summary>
    private protected static Task RunInnerAsync(FetchStrategy inner, FetchSession session) => inner.RunCoreAsync(session);

    /// <summary>Fetches each page of the session once, and returns when the last one is done.</summary>
    protected abstract Task RunCoreAsync(FetchSession session);

    /// <summary>
    /// Whether nobody can do anything before time passes: virtual time stands still until then, and passes only then.
    /// </summary>
    /// <remarks>
    /// For workers that take pages one after the other that is when all of them wait, or as many as pages are left: nobody is
    /// then without a page while there is one. Who does anything else besides has to say it here.
    /// </remarks>
    protected internal virtual bool IsAtRest(RunState now) =>
        now.Waiting == Math.Min(WorkersFor(now.Pages), now.Pages - now.Finished);
}
