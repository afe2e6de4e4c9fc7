namespace FetchLab;

/// <summary>The ways to fetch a list of pages.</summary>
public static class Fetch
{
    /// <summary>One after the other, with blocking calls.</summary>
    public static FetchStrategy OneAtATime { get; } = new OneAtATimeStrategy();

    /// <summary>All at once, as coroutines that share one thread.</summary>
    public static FetchStrategy OneThreadAsync { get; } = new OneThreadAsyncStrategy();

    /// <summary>On threads of their own, each fetching one page after the other with blocking calls.</summary>
    /// <param name="workers">How many threads, from 1 to 10000.</param>
    /// <exception cref="FetchLabException">The number of threads is out of range.</exception>
    public static FetchStrategy Threads(int workers) => new ThreadsStrategy(workers);
}
