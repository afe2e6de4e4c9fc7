using System.Globalization;

namespace FetchLab;

/// <summary>
/// Pages that come at once. The first is parsed for as long as further ones are asked for meanwhile: so it shows how far an answer
/// runs ahead, whatever the machine's pace.
/// </summary>
internal sealed class ParsedPages(int count)
{
    // What runs ahead does so in microseconds; for so long nothing more must come.
    private static readonly TimeSpan _quiet = TimeSpan.FromMilliseconds(250);

    private readonly Lock _lock = new();
    private readonly int[] _fetched = new int[count];
    private readonly int[] _parsed = new int[count];
    private int _begun;
    private int _done;
    private bool _held;

    /// <summary>How many had been asked for when the first was parsed; that one is among them.</summary>
    public int BegunMeanwhile { get; private set; }

    /// <summary>The most that were asked for and not yet parsed.</summary>
    public int Ahead { get; private set; }

    public int Parsed => Locked(() => _done);

    /// <summary>The first page that was not fetched and parsed exactly once; null where there is none.</summary>
    public int? Wrong => Locked(() => Enumerable.Range(0, count)
        .Where(page => (_fetched[page], _parsed[page]) != (1, 1)).Select(page => (int?)page).FirstOrDefault());

    public async Task<string> FetchAsync(int page)
    {
        Locked(() => Ahead = Math.Max(Ahead, ++_begun - _done));
        await Task.Yield();
        Locked(() => _fetched[page]++);
        return page.ToString(CultureInfo.InvariantCulture);
    }

    public void Parse(string text)
    {
        if (Locked(() => !_held && (_held = true)))
        {
            WaitWhileMoreBegin();
            BegunMeanwhile = Locked(() => _begun);
        }

        lock (_lock)
        {
            _parsed[int.Parse(text, CultureInfo.InvariantCulture)]++;
            _done++;
        }
    }

    private void WaitWhileMoreBegin()
    {
        for (int before = -1, now; (now = Locked(() => _begun)) != before; before = now)
            Thread.Sleep(_quiet);
    }

    private T Locked<T>(Func<T> act)
    {
        lock (_lock)
            return act();
    }
}
