namespace FetchLab;

/// <summary>
/// What one request did. All instants count from the start of the run. A request's time splits without a rest into
/// <see cref="QueueWait"/>, then <see cref="Connect"/>, <see cref="TimeToHeaders"/> and <see cref="Body"/>, which are its
/// <see cref="Duration"/>.
/// </summary>
public sealed record FetchRecord
{
    private readonly OptionalTime _intended;
    private readonly OptionalTime _connect;
    private readonly OptionalTime _held;
    private readonly OptionalTime _queuedAtOrigin;
    private readonly OptionalTime _serviceAtOrigin;
    private readonly OptionalTime _retryAfter;
    private readonly OptionalTime _work;

    /// <summary>The page's place in the list that was fetched, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>Which attempt at its page this is, from 1. Only a policy makes a second one.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>The address that was fetched.</summary>
    public required Uri Url { get; init; }

    /// <summary>Who fetched it, from 0: a thread's number, or the coroutine's own where each page has one.</summary>
    public required int Worker { get; init; }

    /// <summary>The process that sent the request.</summary>
    public required int ProcessId { get; init; }

    /// <summary>The managed id of the thread that sent the request.</summary>
    public required int ThreadIdAtStart { get; init; }

    /// <summary>The managed id of the thread that went on after the body was read, or after <see cref="Work"/>.</summary>
    public required int ThreadIdAtEnd { get; init; }

    /// <summary>
    /// When an open loop meant the request to start, however late it really did; null in a closed loop, which means nothing of
    /// the kind.
    /// </summary>
    public TimeSpan? Intended
    {
        get => _intended.Value;
        init => _intended = OptionalTime.Of(value);
    }

    /// <summary>When the strategy took the page in hand; for a later attempt, when the one before had ended.</summary>
    public required TimeSpan Queued { get; init; }

    /// <summary>When the request was handed to the client.</summary>
    public required TimeSpan Started { get; init; }

    /// <summary>When the reply's headers had arrived; equal to <see cref="Finished"/> if none came.</summary>
    public required TimeSpan Headers { get; init; }

    /// <summary>When the last byte of the body had been read, or the request had failed.</summary>
    public required TimeSpan Finished { get; init; }

    /// <summary>
    /// How long the request waited for its connection to be made; null where it was sent on one that had served before. Each
    /// connection counts once, for the first request that went over it: 0 if it was ready before that request started. It is
    /// the TCP connection alone, with <see cref="FetchOptions.ConnectDelay"/>; a TLS handshake counts to the headers.
    /// </summary>
    public TimeSpan? Connect
    {
        get => _connect.Value;
        init => _connect = OptionalTime.Of(value);
    }

    /// <summary>The connection's id as the origin has it; null where the reply did not say.</summary>
    public string? Connection { get; init; }

    /// <summary>
    /// Whether this was the first reply over its connection: told by <see cref="Connection"/>, or, where the reply named none,
    /// by <see cref="Connect"/>.
    /// </summary>
    public bool NewConnection { get; init; }

    /// <summary>Whether a request went out; false where a policy kept it back, as an open breaker does.</summary>
    public bool Sent { get; init; } = true;

    /// <summary>The HTTP status, or null where no reply came.</summary>
    public int? Status { get; init; }

    /// <summary>The length of the body in bytes.</summary>
    public long Bytes { get; init; }

    /// <summary>How long the origin says that it held the reply; null where the reply did not say.</summary>
    public TimeSpan? Held
    {
        get => _held.Value;
        init => _held = OptionalTime.Of(value);
    }

    /// <summary>How much of <see cref="Held"/> the request waited for one of the origin's slots; null where the reply did not say.</summary>
    public TimeSpan? QueuedAtOrigin
    {
        get => _queuedAtOrigin.Value;
        init => _queuedAtOrigin = OptionalTime.Of(value);
    }

    /// <summary>How much of <see cref="Held"/> the request had a slot; null where the reply did not say.</summary>
    public TimeSpan? ServiceAtOrigin
    {
        get => _serviceAtOrigin.Value;
        init => _serviceAtOrigin = OptionalTime.Of(value);
    }

    /// <summary>How long the reply asked to be left alone (<c>Retry-After</c>); null where it did not.</summary>
    public TimeSpan? RetryAfter
    {
        get => _retryAfter.Value;
        init => _retryAfter = OptionalTime.Of(value);
    }

    /// <summary>
    /// How long the client was with the page after its last byte: its wait for the lock and its work under it; null where it
    /// has no such work (<see cref="FetchOptions.ClientWork"/>).
    /// </summary>
    public TimeSpan? Work
    {
        get => _work.Value;
        init => _work = OptionalTime.Of(value);
    }

    /// <summary>One sentence about what went wrong, or null.</summary>
    public string? Error { get; init; }

    /// <summary>How long the page waited in the client before its request started.</summary>
    public TimeSpan QueueWait => Started - Queued;

    /// <summary>From the connection, made or reused, to the reply's headers.</summary>
    public TimeSpan TimeToHeaders => Headers - Started - (Connect ?? TimeSpan.Zero);

    /// <summary>From the reply's headers to the last byte of its body.</summary>
    public TimeSpan Body => Finished - Headers;

    /// <summary>When the client was done with the page: at its last byte, or after <see cref="Work"/>.</summary>
    public TimeSpan Done => Finished + (Work ?? TimeSpan.Zero);

    /// <summary>The time in flight: from the request's start to the last byte.</summary>
    public TimeSpan Duration => Finished - Started;
}
