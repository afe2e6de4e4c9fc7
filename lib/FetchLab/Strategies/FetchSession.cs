using System.Globalization;

namespace FetchLab;

/// <summary>One run under way, as its strategy sees it: pages to fetch, blocking or not. Each fetch records itself.</summary>
public sealed class FetchSession
{
    private readonly PageClient _client;
    private readonly RecordedRun _run;
    private readonly FetchOptions _options;
    private readonly RunStop _ending;
    private readonly CancellationToken _stop;
    private readonly PolicyPipeline? _policies;
    private readonly FetchRecord?[] _records;
    private readonly IReadOnlyList<FetchRecord>?[] _earlier;
    private readonly Lock _telling = new();
    private readonly FetchStrategy _strategy;
    private readonly VirtualClock? _clock;
    private TimeSpan?[]? _queued;
    private TimeSpan?[]? _intended;
    private int _enqueued;
    private int _begun;
    private int _finished;
    private int _failed;
    private int _settled;

    internal FetchSession(
        IReadOnlyList<Page> pages,
        PageClient client,
        string runId,
        FetchOptions options,
        RunStop ending,
        FetchStrategy strategy)
    {
        Pages = pages;
        _client = client;
        _run = new RecordedRun(runId, options.TimeProvider);
        _options = options;
        _ending = ending;
        _stop = ending.Token;
        _records = new FetchRecord?[pages.Count];
        _policies = PolicyPipeline.For(options, _stop);
        _earlier = new IReadOnlyList<FetchRecord>?[_policies is null ? 0 : pages.Count];
        _strategy = strategy;
        _clock = options.TimeProvider as VirtualClock;
        _clock?.Follow(this);
    }

    /// <summary>The pages to fetch.</summary>
    public IReadOnlyList<Page> Pages { get; }

    /// <summary>The clock of the run: what a strategy waits for, it waits for on this one.</summary>
    public TimeProvider Clock => _options.TimeProvider;

    /// <summary>Fetches a page and blocks the calling thread until its last byte. Never throws for a failed request.</summary>
    /// <param name="place">The page's place in <see cref="Pages"/>, from 0.</param>
    /// <param name="worker">Who fetches it, from 0.</param>
    public void Fetch(int place, int worker)
    {
        if (Begin())
            Fetch(place, worker, _client);
    }

    /// <summary>Fetches a page and goes on where the caller's context says. Never throws for a failed request.</summary>
    /// <param name="place">The page's place in <see cref="Pages"/>, from 0.</param>
    /// <param name="worker">Who fetches it, from 0.</param>
    public async Task FetchAsync(int place, int worker)
    {
        if (!Begin())
            return;
        if (_policies is null)
        {
            Keep(place, await _client.FetchAsync(Record(place, worker), _stop));
            return;
        }

        var attempts = Attempts(place, worker, blocking: false, _client);
        await _policies.FetchAsync(attempts);
        Keep(place, attempts);
    }

    /// <summary>Fetches a page as <see cref="Fetch(int, int)"/> does, with a client that is made for it and thrown away after it.</summary>
    /// <param name="place">The page's place in <see cref="Pages"/>, from 0.</param>
    /// <param name="worker">Who fetches it, from 0.</param>
    public void FetchWithNewClient(int place, int worker)
    {
        if (!Begin())
            return;
        using var client = new PageClient(_options, _client.Work);
        Fetch(place, worker, client);
    }

    /// <summary>
    /// Notes that a page waits from now on for its turn; without it, it is taken in hand when it is fetched. See
    /// <see cref="FetchRecord.Queued"/>.
    /// </summary>
    /// <param name="place">The page's place in <see cref="Pages"/>, from 0.</param>
    public void Enqueue(int place)
    {
        LazyInitializer.EnsureInitialized(ref _queued, NewInstants)[place] = _run.Now();
        Interlocked.Increment(ref _enqueued);
        _clock?.Advance();
    }

    /// <summary>
    /// Waits until the instant at which a page is meant to start, never less, and notes it; see
    /// <see cref="FetchRecord.Intended"/>. At once if the run is being ended.
    /// </summary>
    /// <param name="place">The page's place in <see cref="Pages"/>, from 0.</param>
    /// <param name="intended">From the start of the run.</param>
    public async Task WaitForStartAsync(int place, TimeSpan intended)
    {
        LazyInitializer.EnsureInitialized(ref _intended, NewInstants)[place] = intended;
        // A timer counts in whole milliseconds and may fire within the last of them, so what it says is checked.
        for (var rest = intended - _run.Now(); rest > TimeSpan.Zero && !_stop.IsCancellationRequested; rest = intended - _run.Now())
            await DelayAsync(rest).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>
    /// What was recorded, in the order of the pages and of the attempts at each; a cancelled run has gaps, and they are left out.
    /// </summary>
    internal IReadOnlyList<FetchRecord> Records() => _policies is null
        ? [.. _records.OfType<FetchRecord>()]
        : [.. _records.SelectMany(
            (last, place) => (_earlier[place] ?? []).Append(last).OfType<FetchRecord>().OrderBy(record => record.Attempt))];

    /// <summary>Whether so many who wait for the virtual clock are all there are, and none of them is being told to stop.</summary>
    internal bool IsAtRest(int waiting) =>
        waiting > 0
        && !_stop.IsCancellationRequested
        && _strategy.IsAtRest(new RunState(
            Pages.Count, Volatile.Read(ref _enqueued), Volatile.Read(ref _begun), Volatile.Read(ref _settled), waiting));

    private Task DelayAsync(TimeSpan time) =>
        _clock is null
            ? Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(time.TotalMilliseconds)), _options.TimeProvider, _stop)
            : _clock.DelayAsync(time, _stop);

    /// <summary>Counts a page as begun; unless the run is being ended, when nothing begins.</summary>
    private bool Begin()
    {
        if (_stop.IsCancellationRequested)
            return false;
        Interlocked.Increment(ref _begun);
        return true;
    }

    private void Fetch(int place, int worker, PageClient client)
    {
        if (_policies is null)
        {
            Keep(place, client.Fetch(Record(place, worker), _stop));
            return;
        }

        var attempts = Attempts(place, worker, blocking: true, client);
        _policies.Fetch(attempts);
        Keep(place, attempts);
    }

    private FetchRecorder Record(int place, int worker) =>
        new(Pages[place], _run, worker, attempt: 1, _queued?[place] ?? _run.Now(), _intended?[place]);

    private PageAttempts Attempts(int place, int worker, bool blocking, PageClient client) =>
        new(Pages[place], _run, worker, client, blocking, _queued?[place], _intended?[place]);

    /// <remarks>A page that a cancelled run never asked for has no attempt.</remarks>
    private void Keep(int place, PageAttempts attempts)
    {
        _earlier[place] = attempts.Earlier;
        if (attempts.Last is { } last)
            Keep(place, last);
        else
            Settle();
    }

    private void Keep(int place, FetchRecord record)
    {
        _records[place] = record;
        try
        {
            Tell(record);
        }
        catch (Exception failure)
        {
            // A strategy is made for fetches that never throw; the run ends in order, and then throws this.
            _ending.Fail(failure);
        }

        if (record.Error is not null && _options.StopOnError)
            _ending.Now();

        Settle();
    }

    /// <remarks>The last thing: until here the page is one that somebody works on, and virtual time stands still.</remarks>
    private void Settle()
    {
        Interlocked.Increment(ref _settled);
        _clock?.Advance();
    }

    private void Tell(FetchRecord record)
    {
        // One after the other: threads cut neither into each other's lines nor into the counts.
        using var _ = _telling.EnterScope();
        _finished++;
        if (record.Error is not null)
            _failed++;
        _options.Progress?.Report(new FetchProgress(_finished, _failed, Pages.Count));
        if (_options.PrintTo is { } writer)
            writer.Write(string.Create(
                CultureInfo.InvariantCulture, $"{record.ProcessId} | {record.ThreadIdAtEnd} | {record.Url}{writer.NewLine}"));
    }

    /// <remarks>Most strategies need none, and each record is to cost little.</remarks>
    private TimeSpan?[] NewInstants() => new TimeSpan?[Pages.Count];
}
