namespace FetchLab;

internal sealed partial class OneAtATimeStrategy
{
    protected override Prediction PredictCore(IReadOnlyList<TimeSpan> latencies) =>
        new(new TimeSpan(latencies.Sum(latency => latency.Ticks)), "ΣLᵢ");
}
