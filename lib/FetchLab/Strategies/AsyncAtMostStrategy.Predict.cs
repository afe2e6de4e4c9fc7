namespace FetchLab;

internal sealed partial class AsyncAtMostStrategy
{
    protected override Prediction PredictCore(IReadOnlyList<TimeSpan> latencies) => ListSchedule.Predict(latencies, _concurrency);
}
