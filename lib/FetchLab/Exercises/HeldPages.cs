namespace FetchLab;

/// <summary>Pages without a site, for a reader's answer to fetch: they count who takes them, who fetches them, and how many at once.</summary>
/// <param name="count">How many.</param>
/// <param name="atMost">How many of them should be in flight at once.</param>
/// <param name="failing">How many of the first ones fail.</param>
internal sealed class HeldPages(int count, int atMost, int failing = 0)
{
    // An answer that never has so many in flight must not wait forever; one that has more must get the time to show it.
    private static readonly TimeSpan _most = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan _linger = TimeSpan.FromMilliseconds(50);

    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly int[] _asked = new int[count];
    private int _inFlight;
    private int _taken;
    private int _done;

    /// <summary>The most that were in flight at once.</summary>
    public int PeakInFlight { get; private set; }

    /// <summary>The most that were taken in hand and not done at once.</summary>
    public int PeakPending { get; private set; }

    /// <summary>How many were fetched, well or not.</summary>
    public int Done => Volatile.Read(ref _done);

    /// <summary>How many fetches began.</summary>
    public int Asked => Count(times => times);

    /// <summary>How many pages were asked for, however often each.</summary>
    public int Different => Count(times => Math.Min(times, 1));

    /// <summary>The first page that was asked for more or less often than once; null if there is none.</summary>
    public int? Wrong
    {
        get
        {
            lock (_gate)
                return Array.FindIndex(_asked, times => times != 1) is >= 0 and var page ? page : null;
        }
    }

    /// <summary>The pages' numbers, each made when it is asked for.</summary>
    public IEnumerable<int> Numbers()
    {
        for (var page = 0; page < count; page++)
        {
            lock (_gate)
                PeakPending = Math.Max(PeakPending, ++_taken - _done);
            yield return page;
        }
    }

    /// <summary>Fetches one: it is held until enough are in flight, and then a moment longer.</summary>
    /// <exception cref="HttpRequestException">It is one that fails.</exception>
    public async Task FetchAsync(int page)
    {
        lock (_gate)
        {
            _asked[page]++;
            PeakInFlight = Math.Max(PeakInFlight, ++_inFlight);
            if (_asked.Sum() == 1)
                _ = OpenAfterAsync(_most);
            if (_inFlight == atMost)
                _ = OpenAfterAsync(_linger);
        }

        await _open.Task.ConfigureAwait(false);
        lock (_gate)
        {
            _inFlight--;
            _done++;
        }

        if (page < failing)
            throw new HttpRequestException($"page {page} fails, as some pages do");
    }

    private int Count(Func<int, int> of)
    {
        lock (_gate)
            return _asked.Sum(of);
    }

    private async Task OpenAfterAsync(TimeSpan time)
    {
        await Task.Delay(time).ConfigureAwait(false);
        _open.TrySetResult();
    }
}
