namespace FetchLab.Charts;

/// <summary>How long each strategy took, over what the formula says.</summary>
public static class CompareFigure
{
    private const int RowHeight = 46;

    /// <summary>
    /// A horizontal bar a run, in the given order, from 0 to its makespan in seconds; a line across each bar stands at the
    /// predicted makespan: from the times that the origin really held, where the run knows them, else from those asked for.
    /// </summary>
    /// <param name="runs">At least one.</param>
    /// <param name="guesses">Guesses of times: a thin bar each, below the runs. One of NaN is left out; null: none was made.</param>
    /// <exception cref="FetchLabException">There is no run, or a guess is not of a time.</exception>
    public static Figure Compare(this IEnumerable<FetchRun> runs, IEnumerable<Guess>? guesses = null)
    {
        var all = RunText.AtLeastOne(runs);
        var slowest = Math.Max(all.Max(Longest), 1e-4);
        var guessed = new CompareGuesses(Guess.Made(guesses), all.Count, slowest);
        var lanes = new Lanes([.. all.Select((run, row) => new Lane(run.Strategy, Note(run), row, 1)), .. guessed.Lanes], RowHeight);
        var longest = Math.Max(slowest, guessed.Longest);
        Layer[] layers = [.. Layers(all), .. guessed.Layers()];
        return new(new()
        {
            Title = Title(all),
            Description = "Horizontal bars. " + string.Join("; ", all.Select(run => $"{run.Strategy}: {Note(run)}")) + "." + guessed.Description,
            X = new("time for all pages (s)", 0, Math.Round(longest * 1.02, 6)),
            Y = lanes.ToAxis("strategy"),
            Lanes = lanes,
            Layers = layers,

            // The label of the longest bar stands in the margin: it has its room however narrow the page is.
            MarginRight = 12 + (int)layers.OfType<LabelLayer>().SelectMany(layer => layer.Labels).Max(label => TextWidth.Of(label.Text)),
        });
    }

    private static IEnumerable<Layer> Layers(IReadOnlyList<FetchRun> runs)
    {
        yield return new BarLayer("measured", Palette.Measured, [.. runs.Select((run, row) => new Bar(row, 0, Measured(run)))])
        {
            Glyph = '█',
        };
        yield return new MarkLayer(
            "predicted", Palette.Predicted, [.. runs.Select((run, row) => new Mark(row, Predicted(run)))], MarkShape.Line, RowHeight * 0.9)
        {
            Glyph = '┃',
        };
        yield return Labels("measured", null, LabelPlace.Upper, run => run.Makespan.ToText() + Failures(run));
        yield return Labels("predicted", Palette.Predicted, LabelPlace.Lower, RunText.Predicted);
        yield return new HoverLayer(
            [.. runs.Select((run, row) => new Bar(row, 0, Longest(run)))], [.. CompareHover.Fields(runs)]);

        LabelLayer Labels(string name, string? colour, LabelPlace place, Func<FetchRun, string> text) => new(
            name, colour, [.. runs.Select((run, row) => new Label(row, Longest(run), text(run)))], place);
    }

    private static string Title(IReadOnlyList<FetchRun> runs)
    {
        var (least, most) = (runs.Min(run => run.Pages), runs.Max(run => run.Pages));
        var pages = least == most ? Num.Count(most, "page") : $"{Num.Whole(least)} to {Num.Count(most, "page")}";
        var (fastest, slowest) = (runs.MinBy(run => run.Makespan)!, runs.MaxBy(run => run.Makespan)!);
        return runs.Count == 1
            ? $"{TextWidth.Cut(fastest.Strategy, 60)}: {pages} in {fastest.Makespan.ToText()}"
            : $"{pages}: {fastest.Makespan.ToText()} ({TextWidth.Cut(fastest.Strategy, 30)}) to {slowest.Makespan.ToText()} ({TextWidth.Cut(slowest.Strategy, 30)})";
    }

    private static string Note(FetchRun run) =>
        $"{run.Makespan.ToText()}, {RunText.Predicted(run)}{Failures(run)}";

    private static string Failures(FetchRun run) => run.Failed is > 0 and var failed ? $" ({Num.Whole(failed)} failed)" : "";

    private static double Longest(FetchRun run) => Math.Max(Measured(run), Predicted(run));

    private static double Measured(FetchRun run) => TimeUnit.Seconds.Of(run.Makespan);

    private static double Predicted(FetchRun run) => TimeUnit.Seconds.Of(RunText.Prediction(run).Makespan);
}
