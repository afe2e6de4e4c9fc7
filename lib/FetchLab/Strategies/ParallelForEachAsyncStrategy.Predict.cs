namespace FetchLab;

internal sealed partial class ParallelForEachAsyncStrategy
{
    protected override Prediction PredictCore(IReadOnlyList<TimeSpan> latencies) => ListSchedule.Predict(latencies, _concurrency);
}
