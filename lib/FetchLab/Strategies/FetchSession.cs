using System.Globalization;

namespace FetchLab;

/// <summary>One run under way, as its strategy sees it: pages to fetch, blocking or not. Each fetch records itself.</summary>
public sealed class FetchSession
{
    private readonly PageClient _client;
    private readonly RecordedRun _run;
    private readonly FetchOptions _options;
    private readonly CancellationToken _stop;
    private readonly PolicyPipeline? _policies;
    private readonly FetchRecord?[] _records;
    private readonly IReadOnlyList<FetchRecord>?[] _earlier;
    private readonly Lock _printing = new();

    internal FetchSession(
        IReadOnlyList<Page> pages, PageClient client, string runId, FetchOptions options, CancellationToken stop)
    {
        Pages = pages;
        _client = client;
        _run = new RecordedRun(runId, options.TimeProvider);
        _options = options;
        _stop = stop;
        _policies = PolicyPipeline.For(options, stop);
        _records = new FetchRecord?[pages.Count];
        _earlier = new IReadOnlyList<FetchRecord>?[_policies is null ? 0 : pages.Count];
    }

    /// <summary>The pages to fetch.</summary>
    public IReadOnlyList<Page> Pages { get; }

    /// <summary>Fetches a page and blocks the calling thread until its last byte. Never throws for a failed request.</summary>
    /// <param name="place">The page's place in <see cref="Pages"/>, from 0.</param>
    /// <param name="worker">Who fetches it, from 0.</param>
    public void Fetch(int place, int worker)
    {
        if (_stop.IsCancellationRequested)
            return;
        if (_policies is null)
        {
            Keep(place, _client.Fetch(Record(place, worker), _stop));
            return;
        }

        var attempts = new PageAttempts(Pages[place], _run, worker, _client, blocking: true);
        _policies.Fetch(attempts);
        Keep(place, attempts);
    }

    /// <summary>Fetches a page and goes on where the caller's context says. Never throws for a failed request.</summary>
    /// <param name="place">The page's place in <see cref="Pages"/>, from 0.</param>
    /// <param name="worker">Who fetches it, from 0.</param>
    public async Task FetchAsync(int place, int worker)
    {
        if (_stop.IsCancellationRequested)
            return;
        if (_policies is null)
        {
            Keep(place, await _client.FetchAsync(Record(place, worker), _stop));
            return;
        }

        var attempts = new PageAttempts(Pages[place], _run, worker, _client, blocking: false);
        await _policies.FetchAsync(attempts);
        Keep(place, attempts);
    }

    /// <summary>
    /// What was recorded, in the order of the pages and of the attempts at each; a cancelled run has gaps, and they are left out.
    /// </summary>
    internal IReadOnlyList<FetchRecord> Records() => _policies is null
        ? [.. _records.OfType<FetchRecord>()]
        : [.. _records.SelectMany((last, place) => (_earlier[place] ?? []).Append(last)).OfType<FetchRecord>()];

    private FetchRecorder Record(int place, int worker) =>
        new(Pages[place], _run, worker, attempt: 1, queued: _run.Now());

    /// <remarks>A page that a cancelled run never asked for has no attempt.</remarks>
    private void Keep(int place, PageAttempts attempts)
    {
        _earlier[place] = attempts.Earlier;
        if (attempts.Last is { } last)
            Keep(place, last);
    }

    private void Keep(int place, FetchRecord record)
    {
        _records[place] = record;
        if (_options.PrintTo is not { } writer)
            return;

        var line = string.Create(
            CultureInfo.InvariantCulture, $"{record.ProcessId} | {record.ThreadIdAtEnd} | {record.Url}{writer.NewLine}");
        // One string in one call under one lock: threads cannot cut into each other's lines.
        lock (_printing)
            writer.Write(line);
    }
}
