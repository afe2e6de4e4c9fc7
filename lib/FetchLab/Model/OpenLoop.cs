namespace FetchLab;

/// <summary>Starts at a given rate, whatever came of the pages before.</summary>
internal sealed class OpenLoop(double ratePerSecond) : ILoop
{
    public bool WorkersGoOn => false;

    /// <remarks>From the start of the run, not from the start before: what one rounds off, the next does not inherit.</remarks>
    public long StartOf(int page) => (long)Math.Round(page * (double)TimeSpan.TicksPerSecond / ratePerSecond);
}
