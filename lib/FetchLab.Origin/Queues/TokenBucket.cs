namespace FetchLab.Origin;

/// <summary>A rate limit: tokens that come back at a steady rate, up to a burst of them. A request takes one.</summary>
/// <param name="perSecond">The rate; 0 for no limit.</param>
/// <param name="burst">How many requests may come at once.</param>
internal sealed class TokenBucket(double perSecond, int burst)
{
    private readonly Lock _gate = new();
    private double _tokens = burst;
    private long _filled;

    /// <returns>In how many ms there is a token; 0 if one was taken.</returns>
    public double Take(long now)
    {
        if (perSecond == 0)
            return 0;

        lock (_gate)
        {
            if (_filled != 0)
                _tokens = Math.Min(burst, _tokens + (Clock.Milliseconds(now - _filled) / 1000 * perSecond));
            _filled = now;
            if (_tokens < 1)
                return (1 - _tokens) / perSecond * 1000;
            _tokens--;
            return 0;
        }
    }
}
