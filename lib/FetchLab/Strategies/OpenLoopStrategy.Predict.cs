namespace FetchLab;

internal sealed partial class OpenLoopStrategy
{
    protected override Prediction PredictCore(IReadOnlyList<TimeSpan> latencies) =>
        new(latencies.Select((latency, place) => Intended(place) + latency).Max(), "max (i/λ + Lᵢ)");
}
