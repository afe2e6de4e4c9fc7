namespace FetchLab;

internal sealed partial class OneThreadAsyncAtMostStrategy
{
    protected override Prediction PredictCore(IReadOnlyList<TimeSpan> latencies) => ListSchedule.Predict(latencies, _concurrency);
}
