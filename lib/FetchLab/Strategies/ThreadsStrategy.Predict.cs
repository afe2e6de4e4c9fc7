namespace FetchLab;

internal sealed partial class ThreadsStrategy
{
    protected override Prediction PredictCore(IReadOnlyList<TimeSpan> latencies) => ListSchedule.Predict(latencies, _workers);
}
