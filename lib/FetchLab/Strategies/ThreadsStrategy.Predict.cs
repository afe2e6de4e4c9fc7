namespace FetchLab;

internal sealed partial class ThreadsStrategy
{
    protected override Prediction PredictCore(IReadOnlyList<TimeSpan> latencies)
    {
        var first = latencies[0];
        if (latencies.All(latency => latency == first))
            return new((latencies.Count + _workers - 1) / _workers * first, "⌈N/W⌉·L");

        return new(ListSchedule(latencies), "list schedule: ΣL/W ≤ T ≤ ΣL/W + (1−1/W)·max L");
    }

    /// <summary>
    /// Plays the shared counter: each page in order goes to the worker that is free first. The bounds in the formula are
    /// Graham's for any such schedule.
    /// </summary>
    private TimeSpan ListSchedule(IReadOnlyList<TimeSpan> latencies)
    {
        var free = new PriorityQueue<int, TimeSpan>(Enumerable.Range(0, _workers).Select(worker => (worker, TimeSpan.Zero)));
        var makespan = TimeSpan.Zero;
        foreach (var latency in latencies)
        {
            free.TryPeek(out var worker, out var since);
            var end = since + latency;
            free.DequeueEnqueue(worker, end);
            makespan = end > makespan ? end : makespan;
        }

        return makespan;
    }
}
