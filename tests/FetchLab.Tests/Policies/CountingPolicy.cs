using Polly;

namespace FetchLab.Tests.Policies;

/// <summary>Lets everything through, and counts for how many pipelines it was taken, and what went through each.</summary>
internal sealed class CountingPolicy : Policy
{
    private readonly List<List<FetchRecord>> _seen = [];

    public override string Name => "counting";

    /// <summary>What went through, a list a pipeline.</summary>
    public IReadOnlyList<IReadOnlyList<FetchRecord>> Seen => _seen;

    internal override void AddTo(ResiliencePipelineBuilder<FetchRecord> pipeline)
    {
        var seen = new List<FetchRecord>();
        _seen.Add(seen);
        pipeline.AddStrategy(_ => new Counting(seen));
    }

    private sealed class Counting(List<FetchRecord> seen) : ResilienceStrategy<FetchRecord>
    {
        protected override async ValueTask<Outcome<FetchRecord>> ExecuteCore<TState>(
            Func<ResilienceContext, TState, ValueTask<Outcome<FetchRecord>>> callback, ResilienceContext context, TState state)
        {
            var outcome = await callback(context, state).ConfigureAwait(context.ContinueOnCapturedContext);
            seen.Add(outcome.Result!);
            return outcome;
        }
    }
}
