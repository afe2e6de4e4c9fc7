namespace FetchLab;

/// <summary>One run of a strategy over a list of pages: its records, and what the run cost.</summary>
public sealed partial record FetchRun
{
    /// <summary>The strategy's name, such as <c>10 threads</c>.</summary>
    public required string Strategy { get; init; }

    /// <summary>The id that every request of the run carried, by which the origin counted it.</summary>
    public string RunId { get; init; } = "";

    /// <summary>The workers that took pages: threads, or the coroutines in flight at once.</summary>
    public required int Workers { get; init; }

    /// <summary>
    /// One record an attempt, in the order of the pages and then of the attempts: without policies, one a page. A cancelled run
    /// has none for pages that were never asked for.
    /// </summary>
    public required IReadOnlyList<FetchRecord> Records { get; init; }

    /// <summary>From the start of the run to the end of its last fetch, <see cref="FetchRecord.Work"/> included.</summary>
    public required TimeSpan Makespan { get; init; }

    /// <summary>The most requests that the client had in flight at the same moment.</summary>
    public required int PeakInFlight { get; init; }

    /// <summary>User and kernel time of this process during the run, on all cores.</summary>
    public required TimeSpan CpuTime { get; init; }

    /// <summary>
    /// How long the just-in-time compiler was at work, by the clock on the wall: a compiling thread that waits for a core counts
    /// on, so this can exceed <see cref="CpuTime"/>, which holds the compiler's share too, and must not be taken from it. A
    /// process compiles its client better in the background while it is first used, which can be most of a second; it says
    /// nothing about a strategy.
    /// </summary>
    public TimeSpan CompileTime { get; init; }

    /// <summary>Managed memory allocated by this process during the run, in bytes.</summary>
    public required long AllocatedBytes { get; init; }

    /// <summary>The most operating-system threads that this process was seen to have during the run (sampled).</summary>
    public required int PeakThreads { get; init; }

    /// <summary>The memory of this process during the run (sampled); null where nobody looked.</summary>
    public MemoryUse? Memory { get; init; }

    /// <summary>The prediction from the latency that was asked for: what can be known before the run.</summary>
    public required Prediction Predicted { get; init; }

    /// <summary>The same formula over the time that the origin really held each reply; null where replies did not say.</summary>
    public Prediction? PredictedFromHeld { get; init; }

    /// <summary>The origin's own counts for this run; null where the pages come from elsewhere.</summary>
    public OriginCounts? Origin { get; init; }

    /// <summary>
    /// Whether the run was ended before its last fetch had finished: by its caller, its deadline, or an error that was to be
    /// fatal.
    /// </summary>
    public bool Cancelled { get; init; }
}
