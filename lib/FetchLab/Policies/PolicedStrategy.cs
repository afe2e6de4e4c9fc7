namespace FetchLab;

/// <summary>A strategy whose every fetch goes through policies.</summary>
internal sealed partial class PolicedStrategy(FetchStrategy inner, IReadOnlyList<Policy> policies) : FetchStrategy
{
    public override string Name => string.Join(", ", policies.Select(policy => policy.Name).Prepend(inner.Name));

    public override bool IsThreaded => inner.IsThreaded;

    public override bool IsExactInVirtualTime => inner.IsExactInVirtualTime;

    internal override IReadOnlyList<Policy> Policies { get; } = [.. policies, .. inner.Policies];

    internal override FetchStrategy Bare => inner.Bare;

    public override int WorkersFor(int pages) => inner.WorkersFor(pages);

    /// <remarks>Who waits for a permit or before a retry waits for time to pass, as one who waits for a reply.</remarks>
    protected internal override bool IsAtRest(RunState now) => inner.IsAtRest(now);

    protected override Task RunCoreAsync(FetchSession session) => RunInnerAsync(inner, session);
}
