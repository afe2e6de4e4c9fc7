namespace FetchLab.Charts;

/// <summary>The unit that a figure counts time in: milliseconds for short runs, seconds for long ones.</summary>
/// <param name="Name">Its sign.</param>
/// <param name="PerSecond">How many of it make a second.</param>
/// <param name="Decimals">The decimals that are kept: microseconds, since a body of some is still a body.</param>
internal sealed record TimeUnit(string Name, double PerSecond, int Decimals)
{
    public static readonly TimeUnit Milliseconds = new("ms", 1000, 3);

    public static readonly TimeUnit Seconds = new("s", 1, 6);

    public static TimeUnit For(TimeSpan longest) => longest.TotalSeconds < 2 ? Milliseconds : Seconds;

    public double Of(TimeSpan time) => Math.Round(time.TotalSeconds * PerSecond, Decimals);
}
