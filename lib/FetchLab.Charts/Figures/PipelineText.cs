namespace FetchLab.Charts;

/// <summary>What figures and frames say about a pipeline's run, in one place.</summary>
internal static class PipelineText
{
    private static readonly string[] Colours = [Palette.Waiting, Palette.Working, Palette.Connecting, Palette.Guessed, Palette.Body];

    /// <summary>The colour of a stage, by its place: the first mostly waits, and the second mostly works.</summary>
    public static string Colour(int stage) => Colours[stage % Colours.Length];

    /// <summary>Such as <c>100 items</c>, or <c>97 of 100 items</c>.</summary>
    public static string Items(PipelineRun run) => run.Completed == run.Items
        ? Num.Count(run.Items, "item")
        : $"{Num.Whole(run.Completed)} of {Num.Count(run.Items, "item")}";

    /// <summary>Such as <c>predicted ≥ 0.50 s</c>; empty where nothing was.</summary>
    public static string Predicted(PipelineRun run) =>
        run.Predicted is { } predicted ? $"predicted {(predicted.IsLowerBound ? "≥ " : "")}{predicted.Makespan.ToText()}" : "";

    /// <summary>Refuses a run without records in one sentence.</summary>
    public static void NeedsRecords(PipelineRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (run.Records.Count == 0)
            throw new FetchLabException($"The run '{run.Name}' has no items to draw; run it to its end.");
    }

    /// <summary>All runs as a list; one clear message where there is none.</summary>
    public static IReadOnlyList<PipelineRun> AtLeastOne(IEnumerable<PipelineRun> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        var list = runs.ToArray();
        return list.Length > 0 && list.All(run => run is not null)
            ? list
            : throw new FetchLabException("There is no run to show; give at least one, such as new[] { run }.Queues().");
    }
}
