namespace FetchLab;

/// <summary>A strategy whose every fetch goes through policies.</summary>
internal sealed class PolicedStrategy(FetchStrategy inner, IReadOnlyList<Policy> policies) : FetchStrategy
{
    public override string Name => string.Join(", ", policies.Select(policy => policy.Name).Prepend(inner.Name));

    internal override IReadOnlyList<Policy> Policies => [.. policies, .. inner.Policies];

    public override bool IsThreaded => inner.IsThreaded;

    public override bool IsExactInVirtualTime => inner.IsExactInVirtualTime;

    public override int WorkersFor(int pages) => inner.WorkersFor(pages);

    /// <remarks>Who waits for a permit or before a retry waits for time to pass, as one who waits for a reply.</remarks>
    protected internal override bool IsAtRest(RunState now) => inner.IsAtRest(now);

    protected override Task RunCoreAsync(FetchSession session) => RunInnerAsync(inner, session);

    /// <remarks>
    /// Policies can only add time: what failures will cost is not known before a run, and the last page starts no earlier than
    /// a limit lets it.
    /// </remarks>
    protected override Prediction PredictCore(IReadOnlyList<TimeSpan> latencies)
    {
        var prediction = inner.Predict(latencies) with { IsLowerBound = true };
        var limits = policies.OfType<LimitPolicy>().Select(limit => limit.LastStart(latencies.Count)).ToArray();
        var limited = limits.DefaultIfEmpty().Max() + latencies.Min();
        return limited > prediction.Makespan
            ? new Prediction(limited, "≥ (N−b)/q + min Lᵢ") { IsLowerBound = true }
            : prediction;
    }
}
