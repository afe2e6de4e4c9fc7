namespace FetchLab;

internal sealed partial class DataflowStrategy
{
    protected override Prediction PredictCore(IReadOnlyList<TimeSpan> latencies) => ListSchedule.Predict(latencies, _concurrency);
}
