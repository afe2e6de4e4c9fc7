namespace FetchLab;

/// <summary>
/// The slope of the least-squares line through values over time: Σ(t−t̄)(v−v̄) / Σ(t−t̄)². The means move with each value
/// (Welford's way), so that nothing is kept and large values lose no digits.
/// </summary>
internal sealed class Slope
{
    /// <summary>Fewer values are noise: at one in 10 ms, a run of less than a tenth of a second has no slope.</summary>
    private const int Fewest = 10;

    private int _count;
    private double _meanTime;
    private double _meanValue;
    private double _timeSquares;
    private double _products;

    /// <summary>Units a second; null from fewer than 10 values, or where no time passed between them.</summary>
    public double? PerSecond => _count >= Fewest && _timeSquares > 0 ? _products / _timeSquares : null;

    public void Add(TimeSpan time, double value)
    {
        _count++;
        var fromMean = time.TotalSeconds - _meanTime;
        _meanTime += fromMean / _count;
        _meanValue += (value - _meanValue) / _count;
        _timeSquares += fromMean * (time.TotalSeconds - _meanTime);
        _products += fromMean * (value - _meanValue);
    }
}
