namespace FetchLab.Charts;

/// <summary>How many requests a strategy should hold in flight.</summary>
internal static class PredictedLevel
{
    /// <summary>
    /// The workers, or the pages if those are fewer. In an open loop it is λ·R (Little, <i>A proof for the queuing formula
    /// L = λW</i>, 1961), with λ the rate of the intended starts and R the mean time that the origin held a reply. So it is where a
    /// policy makes the workers wait (a rate limit, say): there λ is what the predicted time for all pages leaves room for.
    /// </summary>
    /// <returns>Null for an open loop of one page, which has no rate, and for one whose replies tell no held time.</returns>
    public static double? Of(FetchRun run)
    {
        TimeSpan[] intended = [.. run.Records.Where(record => record is { Attempt: 1, Intended: not null }).Select(record => record.Intended!.Value)];
        double[] held = [.. run.Records.Where(record => record.Held is not null).Select(record => record.Held!.Value.TotalSeconds)];
        if (intended.Length == 0)
        {
            var most = Math.Min(run.Workers, run.Pages);
            // Rounds that are not full leave some idle, too, but never that many: the workers are the level then.
            return run.PredictedFromHeld is { IsLowerBound: false, Makespan.Ticks: > 0 } played && held.Sum() / played.Makespan.TotalSeconds is var mean
                && mean < 0.5 * most && run.Pages >= 2 * run.Workers
                    ? Math.Round(mean, 2)
                    : most;
        }

        var seconds = (intended.Max() - intended.Min()).TotalSeconds;
        return seconds > 0 && held.Length > 0 ? Math.Round((intended.Length - 1) / seconds * held.Average(), 2) : null;
    }
}
