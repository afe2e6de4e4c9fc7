using Polly;

namespace FetchLab;

/// <summary>Takes a permit for whatever is inside, and waits until it is due.</summary>
/// <remarks>The limiters of the framework replenish by the system's clock alone, and a run may have another.</remarks>
internal sealed class LimitStrategy(TokenBucket bucket, TimeProvider clock) : ResilienceStrategy<FetchRecord>
{
    protected override async ValueTask<Outcome<FetchRecord>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<FetchRecord>>> callback, ResilienceContext context, TState state)
    {
        var permit = bucket.Take();
        // A timer counts in whole milliseconds and may fire within the last of them, so what it says is checked.
        for (var rest = permit.Rest; rest > TimeSpan.Zero; rest = permit.Rest)
        {
            var delay = Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(rest.TotalMilliseconds)), clock, context.CancellationToken);
            if (PageAttempts.Of(context).Blocking)
                Block(delay);
            else
                await delay.ConfigureAwait(context.ContinueOnCapturedContext);
        }

        return await callback(context, state).ConfigureAwait(context.ContinueOnCapturedContext);
    }

    /// <remarks>What is inside belongs to the thread that came here, and would go on elsewhere after an await.</remarks>
    private static void Block(Task delay) => delay.GetAwaiter().GetResult();
}
