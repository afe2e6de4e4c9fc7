namespace FetchLab;

public static partial class Formula
{
    /// <summary>
    /// T ≥ N·max(maxᵢ sᵢ/Wᵢ, Σ sᵢ/P over the stages that compute): the slowest stage is the limit, or the cores are, which all
    /// computing stages share.
    /// </summary>
    /// <remarks>The bottleneck law of operational analysis (Denning and Buzen, 1978), with the cores as one more station.</remarks>
    /// <param name="items">N, at least 1.</param>
    /// <param name="stages">sᵢ, Wᵢ and whether a core is needed; at least one.</param>
    /// <param name="processors">P, at least 1.</param>
    /// <exception cref="FetchLabException">A value is out of its range, or there is no stage.</exception>
    public static TimeSpan MakespanOfPipeline(int items, IReadOnlyList<StageLoad> stages, int processors)
    {
        Require.AtLeast(1, items, "items", "100");
        Require.AtLeast(1, processors, "processors", "8");
        Require.AtLeast(1, Require.Given(stages, "stages", "one StageLoad for each").Count, "stages", "one StageLoad for each");
        var slowest = stages.Max(stage => (double)Duration(stage.Service, "service", "5 ms").Ticks / Require.AtLeast(1, stage.Workers, "workers", "10"));
        var cores = stages.Where(stage => stage.Computes).Sum(stage => (double)stage.Service.Ticks) / processors;
        return Round(items * Math.Max(slowest, cores));
    }
}
