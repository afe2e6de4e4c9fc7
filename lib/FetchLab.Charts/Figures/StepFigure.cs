namespace FetchLab.Charts;

/// <summary>Counts over the time since their start, side by side.</summary>
internal static class StepFigure
{
    /// <param name="of">What they are of, such as <c>disaster</c>.</param>
    /// <param name="what">What is counted.</param>
    /// <param name="all">At least one.</param>
    /// <param name="guesses">Of the time in which all is done: a dotted line each.</param>
    public static Figure Of(string of, string what, IReadOnlyList<StepSeries> all, IReadOnlyList<Guess> guesses)
    {
        var longest = Math.Max(all.Max(one => one.Points[^1].X), 1e-3);
        // What is guessed to be much longer is drawn there, with an arrow before its time.
        var farthest = 2 * longest;
        string Amount(Guess guess) => guess.Value > farthest ? $"→ {guess.Amount()}" : guess.Amount();
        var most = Math.Max(1, all.Max(one => one.Points.Max(point => point.Y))) * 1.08;
        return new(new()
        {
            Title = $"{what}: " + string.Join(", ", all.Select(one => $"{one.Name} {one.Note}")),
            Description = $"Lines that step up, one for each of {Num.Count(all.Count, of)}. " +
                string.Join("; ", all.Select(one => $"{one.Name}: {one.Note}")) + string.Concat(guesses.Select(guess => $"; {guess.Text}: {guess.Amount()}")) + ".",
            X = new("time since the start (s)", 0, Math.Max(longest, guesses.Select(guess => Math.Min(guess.Value, farthest)).DefaultIfEmpty().Max()) * 1.02),
            Y = new(what, 0, most) { Whole = true },
            Layers =
            [
                .. all.Select((one, place) => new CurveLayer(one.Name, Palette.Series[place % Palette.Series.Length], one.Points)
                {
                    Stepped = true,
                    Hover = $"{one.Name}: %{{y}} {what} from %{{x}} s",
                }),
                .. guesses.Select(guess => new CurveLayer(
                    $"{guess.Text}: {Amount(guess)}", Palette.Guessed, [new(Math.Min(guess.Value, farthest), 0), new(Math.Min(guess.Value, farthest), most)])
                {
                    Style = LineStyle.Dotted,
                    Hover = $"{guess.Text}: {guess.Amount()}",
                }),
            ],
            Table = [[of, "from (s)", what], .. all.SelectMany(one => one.Points.Select(point => new[]
            {
                one.Name, Num.Short(point.X, 2), Num.Whole((long)point.Y),
            }))],
        });
    }
}
