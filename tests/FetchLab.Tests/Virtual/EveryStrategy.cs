namespace FetchLab.Tests.Virtual;

/// <summary>One of each way to fetch: a new one gets a line here, and has to keep the whole contract.</summary>
internal static class EveryStrategy
{
    /// <summary>Those that take the next page when one is done, each with the most that it has in flight of many pages.</summary>
    public static TheoryData<FetchStrategy, int> Closed => new()
    {
        { Fetch.OneAtATime, 1 },
        { Fetch.ClientPerRequest, 1 },
        { Fetch.OneThreadAsync, int.MaxValue },
        { Fetch.OneThreadAsyncAtMost(1), 1 },
        { Fetch.OneThreadAsyncAtMost(4), 4 },
        { Fetch.Async(), int.MaxValue },
        { Fetch.Async(1), 1 },
        { Fetch.Async(4), 4 },
        { Fetch.ParallelForEachAsync(4), 4 },
        { Fetch.Threads(1), 1 },
        { Fetch.Threads(4), 4 },
        { Fetch.Threads(40), 40 },
        { Fetch.Channel(4, capacity: 2), 4 },
        { Fetch.Channel(4, capacity: 100), 4 },
        { Fetch.Dataflow(4), 4 },
    };

    /// <summary>All whose virtual times are exact.</summary>
    public static TheoryData<FetchStrategy> Exact =>
    [
        .. Closed.Select(row => row.Data.Item1),
        Fetch.OpenLoop(100),
        Fetch.OpenLoop(7),
        Fetch.OpenLoop(100, seed: 1),
    ];

    /// <summary>All.</summary>
    public static TheoryData<FetchStrategy> All => [.. Exact, Fetch.ParallelForEach(4)];
}
