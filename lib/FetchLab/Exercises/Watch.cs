namespace FetchLab;

/// <summary>
/// Pages that come back when they may: it holds the first ones until as many are under way as should be, and a moment longer
/// for those that are too many, so that how many a program has under way does not hang on luck.
/// </summary>
/// <param name="expected">How many should be under way at once.</param>
internal sealed class Watch(int expected)
{
    // Both are only waited out by a wrong answer, or once: they decide how long a check takes, and not what it says.
    private static readonly TimeSpan Missing = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan TooMany = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new();
    private readonly List<int> _asked = [];
    private readonly TaskCompletionSource _full = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task? _opening;
    private int _underWay;

    /// <summary>The most pages that were under way at once.</summary>
    public int Peak { get; private set; }

    /// <summary>The pages that were asked for.</summary>
    public int Started => _asked.Count;

    /// <summary>Those that came back, or failed.</summary>
    public int Finished { get; private set; }

    /// <summary>Fetches a page.</summary>
    /// <exception cref="HttpRequestException">It fails, as it was told to.</exception>
    public async Task FetchAsync(int page, bool fails, CancellationToken givenUp)
    {
        lock (_gate)
        {
            _asked.Add(page);
            Peak = Math.Max(Peak, ++_underWay);
            if (_underWay >= expected)
                _full.TrySetResult();
        }

        await Task.WhenAny(_full.Task, Task.Delay(Missing, givenUp)).ConfigureAwait(false);
        _full.TrySetResult();
        await Opening().ConfigureAwait(false);
        lock (_gate)
        {
            _underWay--;
            Finished++;
        }

        if (fails)
            throw new HttpRequestException("this page fails, and the others should still come.");
    }

    /// <summary>What is wrong with which pages were asked for; null where each was once.</summary>
    public Verdict? OfPages(int pages) => _asked.Order().SequenceEqual(Enumerable.Range(0, pages))
        ? null
        : Verdict.NotYet(FormattableString.Invariant(
            $"Of {pages} pages, {_asked.Distinct().Count()} were asked for, in {Started} requests. Each has to be asked for once: who hands them out?"));

    /// <summary>What is wrong with how many were under way; null where it is as it should be.</summary>
    /// <param name="tooMany">A hint where there were too many.</param>
    public Verdict? OfPeak(string tooMany) => Peak switch
    {
        _ when Peak == expected => null,
        1 => Verdict.NotYet(FormattableString.Invariant($"One page at a time, where {expected} should be. What does the program wait for before it starts the next one?")),
        _ when Peak < expected => Verdict.NotYet(FormattableString.Invariant($"At most {Peak} pages at a time, where {expected} should be.")),
        _ => Verdict.NotYet(FormattableString.Invariant($"{Peak} pages at a time, where {expected} should be. {tooMany}")),
    };

    // One wait for all who are in by then; who comes later comes through.
    private Task Opening()
    {
        lock (_gate)
            return _opening ??= Task.Delay(TooMany);
    }
}
