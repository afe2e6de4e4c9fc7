namespace FetchLab;

/// <summary>Pages for an exercise, and a count of the fetches that are under way at once.</summary>
internal sealed class BlockingPages
{
    // The first fetch stays for a second one so long: an answer that works on two threads has both in by then.
    private static readonly TimeSpan _stay = TimeSpan.FromSeconds(1);

    private readonly TaskCompletionSource _second = new();
    private readonly Lock _counting = new();
    private int _now;

    /// <summary>How many fetches began.</summary>
    public int Fetched { get; private set; }

    /// <summary>The most that were under way at once.</summary>
    public int Peak { get; private set; }

    public static string TextOf(string address) => $"the text of {address}";

    public string Fetch(string address)
    {
        if (Enter() == 1)
            _second.Task.Wait(_stay);
        else
            _second.TrySetResult();

        lock (_counting)
            _now--;
        return TextOf(address);
    }

    /// <returns>Which fetch this is, from 1.</returns>
    private int Enter()
    {
        lock (_counting)
        {
            Peak = Math.Max(Peak, ++_now);
            return ++Fetched;
        }
    }
}
