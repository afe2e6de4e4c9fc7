using Polly;

namespace FetchLab;

/// <summary>The attempts at one page: one after the other, each with a record of its own.</summary>
internal sealed class PageAttempts(
    Page page, RecordedRun run, int worker, bool blocking, PageClient client, TimeSpan queued, TimeSpan? intended)
{
    private static readonly ResiliencePropertyKey<PageAttempts> Key = new("FetchLab.PageAttempts");

    private List<FetchRecord>? _earlier;

    /// <summary>Whether they are made by blocking calls, all on the thread that makes the first.</summary>
    public bool Blocking => blocking;

    /// <summary>What they are sent with.</summary>
    public PageClient Client => client;

    /// <summary>The attempt that decides about the page; null until there was one.</summary>
    public FetchRecord? Last { get; private set; }

    /// <summary>Those before it; null if there is none.</summary>
    public IReadOnlyList<FetchRecord>? Earlier => _earlier;

    /// <summary>The page that a pipeline is being run for.</summary>
    public static PageAttempts Of(ResilienceContext context) => context.Properties.GetValue(Key, null!);

    public void PutInto(ResilienceContext context) => context.Properties.Set(Key, this);

    /// <summary>A recorder for the next attempt. It is queued from the end of the one before: what a policy waits is queue wait.</summary>
    public FetchRecorder Next() => new(page, run, worker, (Last?.Attempt ?? 0) + 1, Last?.Finished ?? queued, intended);

    public FetchRecord Keep(FetchRecord record)
    {
        if (Last is not null)
            (_earlier ??= []).Add(Last);
        return Last = record;
    }

    public FetchRecord Refuse() => Keep(Next().Refused("the breaker was open, so the request was not sent."));
}
