namespace FetchLab.Charts;

/// <summary>A sweep to slide through.</summary>
public static class TimelinesFigure
{
    /// <summary>
    /// The timelines of several runs, over one axis of time, and a slider that chooses between them: by worker count, in
    /// their order, or by strategy where two runs have the same count. All are in the figure, so it slides in a page that
    /// has no kernel behind it; the still and the text show the chosen one.
    /// </summary>
    /// <param name="runs">At least one, each with records.</param>
    /// <param name="workers">The worker count that shows first; null shows the first run.</param>
    /// <exception cref="FetchLabException">There is no run, one has no records, or none has that worker count.</exception>
    public static Figure Timelines(this IEnumerable<FetchRun> runs, int? workers = null)
    {
        var all = RunText.AtLeastOne(runs);
        foreach (var run in all)
        {
            RunText.NeedsFetches(run);
        }

        var counted = all.Select(run => run.Workers).Distinct().Count() == all.Count;
        var ordered = counted ? [.. all.OrderBy(run => run.Workers)] : all;
        var figures = OfOneSize([.. ordered.Select(run => TimelineFigure.Spec(run, ordered.Max(RunText.End)))]);
        var chosen = Chosen(ordered, workers);
        return new(figures[chosen] with
        {
            Slider = new(
                counted ? "workers: " : "strategy: ",
                counted ? [.. ordered.Select(run => Num.Whole(run.Workers))] : RunText.Names(ordered),
                figures, chosen),
        });
    }

    private static int Chosen(IReadOnlyList<FetchRun> runs, int? workers)
    {
        if (workers is not { } asked)
        {
            return 0;
        }

        var place = runs.Select(run => run.Workers).ToList().IndexOf(asked);
        return place >= 0
            ? place
            : throw new FetchLabException($"No run has {Num.Count(asked, "worker")}; there is {string.Join(", ", runs.Select(run => Num.Whole(run.Workers)))}.");
    }

    // Rows keep their height, from the top: fewer of them leave the rest of the room empty.
    private static FigureSpec[] OfOneSize(FigureSpec[] figures)
    {
        var (height, left) = (figures.Max(figure => figure.PlotHeight), figures.Max(figure => figure.MarginLeft));
        return [.. figures.Select(figure => figure with
        {
            PlotHeight = height,
            MarginLeft = left,
            Y = figure.Y with { From = Math.Round((double)height / figure.Lanes!.RowHeight, 4) },
        })];
    }
}
