namespace FetchLab;

/// <summary>What one request did. All instants count from the start of the run.</summary>
public sealed record FetchRecord
{
    /// <summary>The page's place in the list that was fetched, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The address that was fetched.</summary>
    public required Uri Url { get; init; }

    /// <summary>Who fetched it, from 0: a thread's number, or the coroutine's own where each page has one.</summary>
    public required int Worker { get; init; }

    /// <summary>The process that sent the request.</summary>
    public required int ProcessId { get; init; }

    /// <summary>The managed id of the thread that sent the request.</summary>
    public required int ThreadIdAtStart { get; init; }

    /// <summary>The managed id of the thread that went on after the body was read.</summary>
    public required int ThreadIdAtEnd { get; init; }

    /// <summary>When the strategy took the page in hand; <see cref="Started"/> minus this is the queue wait.</summary>
    public required TimeSpan Queued { get; init; }

    /// <summary>
    /// When the request was meant to start, in a run that starts them by the clock (an open loop); null in all others, whose
    /// requests start when an earlier one lets them. Latency under load counts from here.
    /// </summary>
    public TimeSpan? Intended { get; init; }

    /// <summary>When the request was handed to the client.</summary>
    public required TimeSpan Started { get; init; }

    /// <summary>When the reply's headers had arrived; equal to <see cref="Finished"/> if none came.</summary>
    public required TimeSpan Headers { get; init; }

    /// <summary>When the last byte of the body had been read, or the request had failed.</summary>
    public required TimeSpan Finished { get; init; }

    /// <summary>The HTTP status, or null where no reply came.</summary>
    public int? Status { get; init; }

    /// <summary>The length of the body in bytes.</summary>
    public long Bytes { get; init; }

    /// <summary>How long the origin says that it held the reply; null where the reply did not say.</summary>
    public TimeSpan? Held { get; init; }

    /// <summary>One sentence about what went wrong, or null.</summary>
    public string? Error { get; init; }

    /// <summary>The time in flight: from the request's start to the last byte.</summary>
    public TimeSpan Duration => Finished - Started;
}
