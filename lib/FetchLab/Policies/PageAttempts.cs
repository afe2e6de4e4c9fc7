using Polly;

namespace FetchLab;

/// <summary>The attempts at one page, each with a record of its own: one after the other, and two at once where one is hedged.</summary>
/// <param name="page">The page.</param>
/// <param name="run">The run that the instants count from.</param>
/// <param name="worker">Who fetches it, from 0.</param>
/// <param name="client">What sends the requests.</param>
/// <param name="blocking">Whether all are made by blocking calls, on the thread that makes the first.</param>
/// <param name="queued">When the page was taken in hand; null is now.</param>
/// <param name="intended">When an open loop meant the page to start; null in a closed one.</param>
internal sealed class PageAttempts(
    Page page, RecordedRun run, int worker, PageClient client, bool blocking, TimeSpan? queued = null, TimeSpan? intended = null)
{
    private static readonly ResiliencePropertyKey<PageAttempts> Key = new("FetchLab.PageAttempts");

    private readonly TimeSpan _queued = queued ?? run.Now();
    private readonly Lock _gate = new();
    private List<FetchRecord>? _earlier;
    private int _made;

    public bool Blocking => blocking;

    /// <summary>The attempt that decides about the page; null until there was one.</summary>
    public FetchRecord? Last { get; private set; }

    /// <summary>The others; null if there is none.</summary>
    public IReadOnlyList<FetchRecord>? Earlier => _earlier;

    /// <summary>The page that a pipeline is being run for.</summary>
    public static PageAttempts Of(ResilienceContext context) => context.Properties.GetValue(Key, null!);

    public void PutInto(ResilienceContext context) => context.Properties.Set(Key, this);

    /// <summary>Makes the next attempt, and blocks the calling thread until its end.</summary>
    public FetchRecord Fetch(CancellationToken stop) => Keep(client.Fetch(Next(), stop));

    /// <summary>Makes the next attempt, and goes on where the caller's context says.</summary>
    public async Task<FetchRecord> FetchAsync(CancellationToken stop) => Keep(await client.FetchAsync(Next(), stop));

    /// <summary>Notes that the next attempt was kept back.</summary>
    public FetchRecord Refuse() => Keep(Next().Refused("the breaker was open, so the request was not sent."));

    /// <remarks>
    /// A later attempt is queued from the end of the one before: what a policy waits for is queue wait. One that starts beside
    /// another has waited for nothing.
    /// </remarks>
    private FetchRecorder Next()
    {
        lock (_gate)
        {
            var first = _made++ == 0;
            return new(page, run, worker, _made, Last?.Finished ?? (first ? _queued : run.Now()), intended);
        }
    }

    private FetchRecord Keep(FetchRecord record)
    {
        lock (_gate)
        {
            if (Last is null || Transient.Is(Last))
            {
                if (Last is not null)
                    (_earlier ??= []).Add(Last);
                return Last = record;
            }

            // The page is decided about, so this one was cancelled, or came too late for that.
            record = record with { Error = "another attempt at this page came first." };
            (_earlier ??= []).Add(record);
            return record;
        }
    }
}
