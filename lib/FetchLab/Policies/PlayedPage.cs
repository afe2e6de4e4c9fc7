namespace FetchLab;

/// <summary>A page under policies as a prediction plays it, without a clock: what a policy waits for is added up.</summary>
/// <param name="index">The page's index, which back-off hangs on.</param>
/// <param name="policies">The outermost first.</param>
/// <param name="attempt">What comes of each attempt, by its number from 1.</param>
internal sealed class PlayedPage(int index, IReadOnlyList<Policy> policies, Func<int, PlayedFetch> attempt)
{
    private readonly int[] _entered = new int[policies.Count];

    public int Index => index;

    /// <summary>The attempts that were made so far.</summary>
    public int Attempts { get; private set; }

    /// <summary>The shortest of them.</summary>
    public TimeSpan Shortest { get; private set; } = TimeSpan.MaxValue;

    /// <summary>How often each policy was gone through: for a limit, the permits that it gave.</summary>
    public IReadOnlyList<int> Entered => _entered;

    public PlayedFetch Play() => Play(layer: 0);

    private PlayedFetch Play(int layer)
    {
        if (layer == policies.Count)
            return Attempt();
        _entered[layer]++;
        return policies[layer].Play(this, () => Play(layer + 1));
    }

    private PlayedFetch Attempt()
    {
        var made = attempt(++Attempts);
        Shortest = made.Time < Shortest ? made.Time : Shortest;
        return made;
    }
}
