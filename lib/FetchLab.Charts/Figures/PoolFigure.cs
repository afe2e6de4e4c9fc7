namespace FetchLab.Charts;

/// <summary>The thread pool of a service, while it was asked for pages.</summary>
public static class PoolFigure
{
    /// <summary>The threads that the pool had, over the time since each run's start, in seconds: a line a run, to its end.</summary>
    /// <param name="runs">At least one, of <see cref="ServiceSite.WatchAsync"/>.</param>
    /// <param name="guesses">Guesses of the time in which all pages come: a dotted line each. One of NaN is left out; null: none was made.</param>
    /// <exception cref="FetchLabException">There is no run.</exception>
    public static Figure PoolThreads(this IEnumerable<PoolRun> runs, IEnumerable<Guess>? guesses = null) => Steps(
        runs, "pool threads", sample => sample.Threads, run => $"{run.PeakThreads} at most, done in {run.Run.Makespan.ToText()}", guesses);

    /// <summary>The pieces of work that waited for a thread, likewise.</summary>
    /// <inheritdoc cref="PoolThreads"/>
    public static Figure PoolQueue(this IEnumerable<PoolRun> runs, IEnumerable<Guess>? guesses = null) =>
        Steps(runs, "work that waits for a thread", sample => sample.Queue, run => $"{run.PeakQueue} at most", guesses);

    private static Figure Steps(
        IEnumerable<PoolRun> runs, string what, Func<PoolSample, double> value, Func<PoolRun, string> note, IEnumerable<Guess>? guesses)
    {
        PoolRun[] all = [.. runs];
        return all.Length > 0
            ? StepFigure.Of("run", what, [.. all.Select(run => new StepSeries(run.Run.Strategy, note(run), Points(run, value)))], Guess.Made(guesses))
            : throw new FetchLabException("There is no pool to show; give at least one run, such as new[] { blocking }.PoolThreads().");
    }

    // A point where it changes is enough, and one at the end.
    private static Point[] Points(PoolRun run, Func<PoolSample, double> value)
    {
        var changes = run.Samples.Where((sample, place) => place == 0 || value(sample) != value(run.Samples[place - 1]));
        var end = new Point(Math.Round(run.Run.Makespan.TotalSeconds, 3), value(run.Samples[^1]));
        return [.. changes.Select(sample => new Point(Math.Round(sample.AtMs / 1000, 3), value(sample))), end];
    }
}
