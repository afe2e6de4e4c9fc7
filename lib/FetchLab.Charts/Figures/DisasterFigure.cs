namespace FetchLab.Charts;

/// <summary>Disasters over time.</summary>
public static class DisasterFigure
{
    /// <summary>
    /// The threads that each process's pool had, over the time since its start, in seconds: a starved pool grows in a staircase,
    /// each kind of blocking with a slope of its own.
    /// </summary>
    /// <exception cref="FetchLabException">There is no disaster to show.</exception>
    public static Figure PoolThreads(this IEnumerable<DisasterRun> runs) =>
        Steps(runs, "pool threads", record => record.PoolThreads, run => $"{run.PeakPoolThreads} threads at most", []);

    /// <summary>How much each had done, over the time since its start, in seconds.</summary>
    /// <param name="runs">At least one.</param>
    /// <param name="guesses">Guesses of the time in which all is done: a dotted line each. One of NaN is left out; null: none was made.</param>
    /// <exception cref="FetchLabException">There is no disaster to show.</exception>
    public static Figure Finished(this IEnumerable<DisasterRun> runs, IEnumerable<Guess>? guesses = null) =>
        Steps(runs, "done", record => record.Done, run => run.Hung ? $"{run.Done} of {run.Of} at its deadline" : $"done in {run.Took.ToText()}", Guess.Made(guesses));

    private static Figure Steps(
        IEnumerable<DisasterRun> runs, string what, Func<DisasterRecord, int> value, Func<DisasterRun, string> note, IReadOnlyList<Guess> guesses)
    {
        DisasterRun[] all = [.. runs];
        if (all.Length == 0)
            throw new FetchLabException("There is no disaster to show; give at least one, such as new[] { sleep, wait }.PoolThreads().");

        return StepFigure.Of("disaster", what, [.. all.Select(run => new StepSeries(run.Disaster.ToString(), note(run), Points(run, value)))], guesses);
    }

    // To the end of the run, so that a line which hangs is seen to hang.
    private static Point[] Points(DisasterRun run, Func<DisasterRecord, int> value) =>
    [
        .. run.Records.Select(record => new Point(Math.Round(record.AtMs / 1000, 3), value(record))),
        new(Math.Round(run.Took.TotalSeconds, 3), value(run.Records[^1])),
    ];
}
