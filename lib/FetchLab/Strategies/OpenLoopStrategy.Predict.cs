namespace FetchLab;

internal sealed partial class OpenLoopStrategy
{
    protected override Prediction PredictCore(IReadOnlyList<TimeSpan> latencies)
    {
        var arrivals = NewArrivals();
        return new(latencies.Max(latency => arrivals.Next() + latency), _seed is null ? "max (i/λ + Lᵢ)" : "max (tᵢ + Lᵢ)");
    }
}
