namespace FetchLab;

internal sealed partial class ChannelStrategy
{
    protected override Prediction PredictCore(IReadOnlyList<TimeSpan> latencies) => ListSchedule.Predict(latencies, _consumers);
}
