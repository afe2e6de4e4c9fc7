namespace FetchLab;

/// <summary>
/// The schedule of every strategy that has W workers and one list: each page in order goes to the worker that is free first.
/// </summary>
internal static class ListSchedule
{
    /// <summary>⌈N/W⌉·L where all pages take the same, the schedule played where they do not.</summary>
    /// <remarks>
    /// The bounds in the second formula are Graham's for any such schedule: R. L. Graham, "Bounds for certain multiprocessing
    /// anomalies", Bell System Technical Journal 45 (1966).
    /// </remarks>
    public static Prediction Predict(IReadOnlyList<TimeSpan> latencies, int workers) =>
        latencies.All(latency => latency == latencies[0])
            ? new((latencies.Count + workers - 1L) / workers * latencies[0], "⌈N/W⌉·L")
            : new(Model.Makespan(latencies, workers), "list schedule: ΣL/W ≤ T ≤ ΣL/W + (1−1/W)·max L");
}
