namespace FetchLab.Charts;

/// <summary>One run of a sweep, before it is run.</summary>
internal sealed record SweepStep(FetchStrategy Strategy, IReadOnlyList<Page> Pages)
{
    /// <summary>How long it should take: the same that the run itself will be held against.</summary>
    public TimeSpan Predicted { get; } = Strategy.Predict(Pages).Makespan;
}
