namespace FetchLab;

/// <summary>The ways to fetch a list of pages.</summary>
public static class Fetch
{
    /// <summary>One after the other, with blocking calls.</summary>
    public static FetchStrategy OneAtATime { get; } = new OneAtATimeStrategy();

    /// <summary>One after the other, with a new client for each: what to avoid, since no connection is used twice.</summary>
    public static FetchStrategy ClientPerRequest { get; } = new ClientPerRequestStrategy();

    /// <summary>All at once, as coroutines that share one thread.</summary>
    public static FetchStrategy OneThreadAsync { get; } = new OneThreadAsyncStrategy();

    /// <summary>As coroutines that share one thread, of which a semaphore lets so many fetch at once.</summary>
    /// <inheritdoc cref="Async(int)"/>
    public static FetchStrategy OneThreadAsyncAtMost(int concurrency) => new OneThreadAsyncAtMostStrategy(concurrency);

    /// <summary>All at once, as coroutines that go on wherever the thread pool has a thread.</summary>
    public static FetchStrategy Async() => new AsyncStrategy();

    /// <summary>As coroutines on the thread pool, of which a semaphore lets so many fetch at once.</summary>
    /// <param name="concurrency">The most requests in flight, from 1 to 10000.</param>
    /// <exception cref="FetchLabException">The number is out of range.</exception>
    public static FetchStrategy Async(int concurrency) => new AsyncAtMostStrategy(concurrency);

    /// <summary>
    /// At a steady rate, each request at its own instant whether or not the earlier ones have come back. A record's
    /// <see cref="FetchRecord.Intended"/> is that instant.
    /// </summary>
    /// <param name="ratePerSecond">Requests a second, λ, from 0.001 to 1000000.</param>
    /// <exception cref="FetchLabException">The rate is out of range.</exception>
    public static FetchStrategy OpenLoop(double ratePerSecond) => new OpenLoopStrategy(ratePerSecond);

    /// <summary>
    /// At random, as the requests of many people come who know nothing of each other: the gaps are drawn from the exponential
    /// distribution, and have a mean of 1/λ (a Poisson process). The first request starts at once, and a record's
    /// <see cref="FetchRecord.Intended"/> says when each was meant to.
    /// </summary>
    /// <param name="ratePerSecond">Requests a second in the mean, λ, from 0.001 to 1000000.</param>
    /// <param name="seed">The same seed draws the same gaps, from 0.</param>
    /// <exception cref="FetchLabException">A number is out of range.</exception>
    public static FetchStrategy OpenLoop(double ratePerSecond, int seed) => new OpenLoopStrategy(ratePerSecond, seed);

    /// <summary>With <c>Parallel.ForEachAsync</c>.</summary>
    /// <inheritdoc cref="Async(int)"/>
    public static FetchStrategy ParallelForEachAsync(int concurrency) => new ParallelForEachAsyncStrategy(concurrency);

    /// <summary>With <c>Parallel.ForEach</c> over blocking calls, each of which holds a thread of the pool.</summary>
    /// <inheritdoc cref="Async(int)"/>
    public static FetchStrategy ParallelForEach(int concurrency) => new ParallelForEachStrategy(concurrency);

    /// <summary>On threads of their own, each fetching one page after the other with blocking calls.</summary>
    /// <param name="workers">How many threads, from 1 to 10000.</param>
    /// <exception cref="FetchLabException">The number of threads is out of range.</exception>
    public static FetchStrategy Threads(int workers) => new ThreadsStrategy(workers);

    /// <summary>Through a bounded channel: a producer waits while it is full, and consumers fetch what they take.</summary>
    /// <param name="consumers">How many take pages and fetch them, from 1 to 10000.</param>
    /// <param name="capacity">How many pages may lie in the channel, at least 1.</param>
    /// <exception cref="FetchLabException">A number is out of range.</exception>
    public static FetchStrategy Channel(int consumers, int capacity) => new ChannelStrategy(consumers, capacity);

    /// <summary>With a TPL Dataflow block.</summary>
    /// <inheritdoc cref="Async(int)"/>
    public static FetchStrategy Dataflow(int concurrency) => new DataflowStrategy(concurrency);
}
