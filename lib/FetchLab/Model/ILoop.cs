namespace FetchLab;

/// <summary>What makes a page start: a worker that is free, or the time.</summary>
internal interface ILoop
{
    /// <summary>When a page starts by itself, in ticks; <see cref="long.MaxValue"/> if it waits for a worker.</summary>
    /// <remarks>It is asked once for each page but the first, in their order.</remarks>
    long StartOf(int page);

    /// <summary>Whether the worker whose page has left takes the next one.</summary>
    bool WorkersGoOn { get; }
}
