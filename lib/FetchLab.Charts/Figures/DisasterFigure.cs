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

        var longest = Math.Max(all.Max(run => run.Took.TotalSeconds), 1e-3);
        // What is guessed to be much longer is drawn there, with an arrow before its time.
        var farthest = 2 * longest;
        string Amount(Guess guess) => guess.Value > farthest ? $"→ {guess.Amount()}" : guess.Amount();
        var most = Math.Max(1, all.Max(run => run.Records.Max(value))) * 1.08;
        return new(new()
        {
            Title = $"{what}: " + string.Join(", ", all.Select(run => $"{run.Disaster} {note(run)}")),
            Description = $"Lines that step up, one for each of {Num.Count(all.Length, "disaster")}. " +
                string.Join("; ", all.Select(run => $"{run.Disaster}: {note(run)}")) + string.Concat(guesses.Select(guess => $"; {guess.Text}: {guess.Amount()}")) + ".",
            X = new("time since the start (s)", 0, Math.Max(longest, guesses.Select(guess => Math.Min(guess.Value, farthest)).DefaultIfEmpty().Max()) * 1.02),
            Y = new(what, 0, most) { Whole = true },
            Layers =
            [
                .. all.Select((run, place) => new CurveLayer(run.Disaster.ToString(), Palette.Series[place % Palette.Series.Length], Points(run, value))
                {
                    Stepped = true,
                    Hover = $"{run.Disaster}: %{{y}} {what} from %{{x}} s",
                }),
                .. guesses.Select(guess => new CurveLayer(
                    $"{guess.Text}: {Amount(guess)}", Palette.Guessed, [new(Math.Min(guess.Value, farthest), 0), new(Math.Min(guess.Value, farthest), most)])
                {
                    Style = LineStyle.Dotted,
                    Hover = $"{guess.Text}: {guess.Amount()}",
                }),
            ],
            Table = [["disaster", "from (s)", what], .. all.SelectMany(run => Points(run, value).Select(point => new[]
            {
                run.Disaster.ToString(), Num.Short(point.X, 2), Num.Whole((long)point.Y),
            }))],
        });
    }

    // To the end of the run, so that a line which hangs is seen to hang.
    private static Point[] Points(DisasterRun run, Func<DisasterRecord, int> value) =>
    [
        .. run.Records.Select(record => new Point(Math.Round(record.AtMs / 1000, 3), value(record))),
        new(Math.Round(run.Took.TotalSeconds, 3), value(run.Records[^1])),
    ];
}
