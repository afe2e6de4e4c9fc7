namespace FetchLab;

/// <summary>
/// When an open loop starts its pages, one after the other: at a steady rate, or with gaps that are drawn from the exponential
/// distribution of that rate (a Poisson process). The first page starts at once.
/// </summary>
/// <param name="ratePerSecond">λ, the pages that start each second; with a seed in the mean.</param>
/// <param name="seed">The same seed draws the same gaps; null is the steady rate.</param>
internal sealed class Arrivals(double ratePerSecond, int? seed)
{
    private readonly Random? _random = seed is { } from ? new(from) : null;
    private double _next;
    private int _page;

    /// <summary>When the next page starts.</summary>
    /// <remarks>From the start of the run, not from the start before: what one rounds off, the next does not inherit.</remarks>
    public TimeSpan Next()
    {
        var start = new TimeSpan((long)Math.Round(_next));
        _page++;
        _next = _random is null
            ? _page * (double)TimeSpan.TicksPerSecond / ratePerSecond
            : _next + (-Math.Log(1 - _random.NextDouble()) * TimeSpan.TicksPerSecond / ratePerSecond);
        return start;
    }
}
