using Polly;
using Polly.CircuitBreaker;

namespace FetchLab;

/// <summary>Makes a record of what an open breaker, right inside, kept back: a page is never lost.</summary>
internal sealed class RecordRefusals : ResilienceStrategy<FetchRecord>
{
    protected override async ValueTask<Outcome<FetchRecord>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<FetchRecord>>> callback, ResilienceContext context, TState state)
    {
        var outcome = await callback(context, state).ConfigureAwait(context.ContinueOnCapturedContext);
        return outcome.Exception is BrokenCircuitException
            ? Outcome.FromResult(PageAttempts.Of(context).Refuse())
            : outcome;
    }
}
