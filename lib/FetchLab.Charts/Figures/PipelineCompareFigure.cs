namespace FetchLab.Charts;

/// <summary>How long each pipeline took, over the bound.</summary>
public static class PipelineCompareFigure
{
    private const int RowHeight = 46;

    /// <summary>
    /// A horizontal bar a run, in the given order, from 0 to its makespan in seconds; a line across it at what was predicted, the
    /// least that it can take.
    /// </summary>
    /// <param name="runs">At least one.</param>
    /// <param name="guesses">Guesses of times: a thin bar each, below the runs. One of NaN is left out; null: none was made.</param>
    /// <exception cref="FetchLabException">There is no run, or a guess is not of a time.</exception>
    public static Figure Compare(this IEnumerable<PipelineRun> runs, IEnumerable<Guess>? guesses = null)
    {
        var all = PipelineText.AtLeastOne(runs);
        var slowest = Math.Max(all.Max(Longest), 1e-4);
        var guessed = new CompareGuesses(Guess.Made(guesses), all.Count, slowest);
        var lanes = new Lanes([.. all.Select((run, row) => new Lane(run.Name, Note(run), row, 1)), .. guessed.Lanes], RowHeight);
        Layer[] layers = [.. Layers(all), .. guessed.Layers()];
        return new(new()
        {
            Title = Title(all),
            Description = "Horizontal bars. " + string.Join("; ", all.Select(run => $"{run.Name}: {Note(run)}")) + "." + guessed.Description,
            X = new("time for all items (s)", 0, Math.Round(Math.Max(slowest, guessed.Longest) * 1.02, 6)),
            Y = lanes.ToAxis("pipeline"),
            Lanes = lanes,
            Layers = layers,
            MarginRight = 12 + (int)layers.OfType<LabelLayer>().SelectMany(layer => layer.Labels).Max(label => TextWidth.Of(label.Text)),
        });
    }

    private static IEnumerable<Layer> Layers(IReadOnlyList<PipelineRun> runs)
    {
        var predicted = runs.Index().Where(one => one.Item.Predicted is not null).ToArray();
        yield return new BarLayer("measured", Palette.Measured, [.. runs.Select((run, row) => new Bar(row, 0, Measured(run)))]) { Glyph = '█' };
        if (predicted.Length > 0)
        {
            yield return new MarkLayer(
                "predicted, at least", Palette.Predicted, [.. predicted.Select(one => new Mark(one.Index, Predicted(one.Item)))], MarkShape.Line, RowHeight * 0.9)
            {
                Glyph = '┃',
            };
        }

        yield return new LabelLayer("measured", null, [.. runs.Select((run, row) => new Label(row, Longest(run), run.Makespan.ToText()))], LabelPlace.Upper);
        yield return new LabelLayer(
            "predicted", Palette.Predicted, [.. predicted.Select(one => new Label(one.Index, Longest(one.Item), PipelineText.Predicted(one.Item)))], LabelPlace.Lower);

        HoverField Field(string before, Func<PipelineRun, string> value) => new(before, [.. runs.Select(value)]);
        yield return new HoverLayer(
            [.. runs.Select((run, row) => new Bar(row, 0, Longest(run)))],
            [
                Field("<b>", run => run.Name),
                Field("</b><br>", PipelineText.Items),
                Field(", measured ", run => run.Makespan.ToText()),
                Field("<br>", PipelineText.Predicted),
                Field(" ", run => run.Predicted?.Formula ?? ""),
            ]);
    }

    private static string Title(IReadOnlyList<PipelineRun> runs)
    {
        var (fastest, slowest) = (runs.MinBy(run => run.Makespan)!, runs.MaxBy(run => run.Makespan)!);
        return runs.Count == 1
            ? $"{TextWidth.Cut(fastest.Name, 60)}: {PipelineText.Items(fastest)} in {fastest.Makespan.ToText()}"
            : $"{fastest.Makespan.ToText()} ({TextWidth.Cut(fastest.Name, 30)}) to {slowest.Makespan.ToText()} ({TextWidth.Cut(slowest.Name, 30)})";
    }

    private static string Note(PipelineRun run) =>
        string.Join(", ", new[] { run.Makespan.ToText(), PipelineText.Predicted(run) }.Where(text => text.Length > 0));

    private static double Longest(PipelineRun run) => Math.Max(Measured(run), Predicted(run));

    private static double Measured(PipelineRun run) => TimeUnit.Seconds.Of(run.Makespan);

    private static double Predicted(PipelineRun run) => TimeUnit.Seconds.Of(run.Predicted?.Makespan ?? TimeSpan.Zero);
}
