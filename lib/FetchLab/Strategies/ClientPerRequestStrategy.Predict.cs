namespace FetchLab;

internal sealed partial class ClientPerRequestStrategy
{
    /// <remarks>
    /// N times what it costs to set up a connection comes on top: nearly nothing on one machine, a round trip and more
    /// elsewhere.
    /// </remarks>
    protected override Prediction PredictCore(IReadOnlyList<TimeSpan> latencies) =>
        new(new TimeSpan(latencies.Sum(latency => latency.Ticks)), "≥ ΣLᵢ") { IsLowerBound = true };
}
