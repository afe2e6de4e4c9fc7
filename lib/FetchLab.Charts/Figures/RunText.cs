namespace FetchLab.Charts;

/// <summary>What figures and frames say and count about a run, in one place, so that they say the same.</summary>
internal static class RunText
{
    /// <summary>The prediction that a measurement is compared with: over the held times, if the replies told them.</summary>
    public static Prediction Prediction(FetchRun run) => run.PredictedFromHeld ?? run.Predicted;

    /// <summary>Such as <c>predicted 0.50 s</c>, or <c>predicted ≥ 0.05 s</c> where the formula gives the least that it can take.</summary>
    public static string Predicted(FetchRun run) =>
        $"predicted {(Prediction(run).IsLowerBound ? "≥ " : "")}{Prediction(run).Makespan.ToText()}";

    /// <summary>Measured over predicted; null where nothing was predicted to take time.</summary>
    public static double? Ratio(FetchRun run) =>
        Prediction(run).Makespan > TimeSpan.Zero ? run.Makespan / Prediction(run).Makespan : null;

    /// <summary>
    /// Such as <c>100 pages</c>, or <c>100 pages (3 failed)</c>. A page that a later attempt brought did not fail, and counts
    /// once.
    /// </summary>
    public static string Pages(FetchRun run) =>
        Num.Count(run.Pages, "page") + (run.Failed is > 0 and var failed ? $" ({Num.Whole(failed)} failed)" : "");

    /// <summary>The end of the last fetch, or of the run; never so early that an axis would have no length.</summary>
    public static TimeSpan End(FetchRun run) =>
        new[] { run.Makespan, run.Records.Max(record => record.Finished), TimeSpan.FromMilliseconds(0.1) }.Max();

    /// <summary>The strategies' names; the second of a name is told apart by a number.</summary>
    public static IReadOnlyList<string> Names(IReadOnlyList<FetchRun> runs) =>
    [
        .. runs.Select((run, place) => runs.Take(place).Count(before => before.Strategy == run.Strategy) is > 0 and var before
            ? $"{run.Strategy} ({Num.Whole(before + 1)})"
            : run.Strategy),
    ];

    /// <summary>Refuses a run without records in one sentence.</summary>
    public static void NeedsFetches(FetchRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (run.Records.Count == 0)
        {
            throw new FetchLabException($"The run '{run.Strategy}' has no fetches to draw; run it with at least 1 page.");
        }
    }

    /// <summary>All runs as a list; one clear message where there is none.</summary>
    public static IReadOnlyList<FetchRun> AtLeastOne(IEnumerable<FetchRun> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        var list = runs.ToArray();
        return list.Length > 0 && list.All(run => run is not null)
            ? list
            : throw new FetchLabException("There is no run to show; give at least one, such as Lab.Compare(one, loop, threads).");
    }
}
