namespace FetchLab;

/// <summary>Starts at a given rate, whatever came of the pages before.</summary>
internal sealed class OpenLoop : ILoop
{
    private readonly Arrivals _arrivals;

    public OpenLoop(double ratePerSecond, int? seed)
    {
        _arrivals = new(ratePerSecond, seed);
        // The first page starts at once, in every loop.
        _arrivals.Next();
    }

    public bool WorkersGoOn => false;

    public long StartOf(int page) => _arrivals.Next().Ticks;
}
