using Polly;
using static System.FormattableString;

namespace FetchLab;

/// <summary>Asks a second time for a page that is late.</summary>
internal sealed class HedgePolicy(TimeSpan after) : Policy
{
    public override string Name => Invariant($"hedge after {after.TotalMilliseconds} ms");

    internal override void AddTo(ResiliencePipelineBuilder<FetchRecord> pipeline)
    {
        var clock = pipeline.TimeProvider ?? TimeProvider.System;
        pipeline.AddStrategy(_ => new HedgeStrategy(after, clock));
    }

    /// <remarks>A failure is taken only where the other attempt fails too, and then the later of the two.</remarks>
    internal override PlayedFetch Play(PlayedPage page, Func<PlayedFetch> inner)
    {
        var first = inner();
        if (first.Time <= after)
            return first;

        var second = inner();
        second = second with { Time = after + second.Time };
        var (earlier, later) = first.Time <= second.Time ? (first, second) : (second, first);
        return earlier.Fails ? later : earlier;
    }
}
