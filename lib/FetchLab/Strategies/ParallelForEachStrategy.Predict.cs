namespace FetchLab;

internal sealed partial class ParallelForEachStrategy
{
    /// <remarks>A pool that has fewer free threads than the loop may use gives it more only slowly, one or two a second.</remarks>
    protected override Prediction PredictCore(IReadOnlyList<TimeSpan> latencies)
    {
        var enough = ListSchedule.Predict(latencies, _concurrency);
        return enough with { Formula = "≥ " + enough.Formula, IsLowerBound = true };
    }
}
