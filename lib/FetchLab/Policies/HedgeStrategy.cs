using Polly;

namespace FetchLab;

/// <summary>
/// Runs what is inside once, and beside that a second time if the first takes too long. What comes first and has not failed
/// decides; the other is cancelled, and waited for, so that each attempt has its record when the page is done.
/// </summary>
internal sealed class HedgeStrategy(TimeSpan after, TimeProvider clock) : ResilienceStrategy<FetchRecord>
{
    protected override ValueTask<Outcome<FetchRecord>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<FetchRecord>>> callback, ResilienceContext context, TState state) =>
        PageAttempts.Of(context).Blocking
            ? ValueTask.FromResult(RaceBlocking(own => callback(own, state), context))
            : RaceAsync(own => callback(own, state), context);

    private async ValueTask<Outcome<FetchRecord>> RaceAsync(
        Func<ResilienceContext, ValueTask<Outcome<FetchRecord>>> attempt, ResilienceContext context)
    {
        using var first = new HedgedAttempt(context);
        using var second = new HedgedAttempt(context);
        var late = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var watch = new HedgeWatch(after, clock, _ => late.SetResult());

        var firstDone = attempt(first.Context).AsTask();
        await Task.WhenAny(firstDone, late.Task).ConfigureAwait(context.ContinueOnCapturedContext);
        if (!watch.Stop())
            return await firstDone.ConfigureAwait(context.ContinueOnCapturedContext);

        var secondDone = attempt(second.Context).AsTask();
        var done = await Task.WhenAny(firstDone, secondDone).ConfigureAwait(context.ContinueOnCapturedContext);
        var (other, otherDone) = done == firstDone ? (second, secondDone) : (first, firstDone);
        var outcome = await done.ConfigureAwait(context.ContinueOnCapturedContext);
        if (Decides(outcome))
        {
            other.Cancel();
            await otherDone.ConfigureAwait(context.ContinueOnCapturedContext);
            return outcome;
        }

        watch.OneIsLeft();
        return await otherDone.ConfigureAwait(context.ContinueOnCapturedContext);
    }

    /// <remarks>The first attempt stays on the thread that came here, so the second needs another.</remarks>
    private Outcome<FetchRecord> RaceBlocking(
        Func<ResilienceContext, ValueTask<Outcome<FetchRecord>>> attempt, ResilienceContext context)
    {
        using var first = new HedgedAttempt(context);
        using var second = new HedgedAttempt(context);
        var (secondDone, secondOutcome) = (Task.CompletedTask, default(Outcome<FetchRecord>));
        using var watch = new HedgeWatch(after, clock, rung => secondDone = DedicatedThread.RunAsync("hedge", () =>
        {
            secondOutcome = Finished(attempt(second.Context));
            if (Decides(secondOutcome))
                first.Cancel();
            else
                rung.OneIsLeft();
        }));

        var outcome = Finished(attempt(first.Context));
        if (!watch.Stop())
            return outcome;

        var decides = Decides(outcome);
        if (decides)
            second.Cancel();
        else
            watch.OneIsLeft();
        secondDone.GetAwaiter().GetResult();
        return decides ? outcome : secondOutcome;
    }

    private static bool Decides(Outcome<FetchRecord> outcome) => outcome.Result is { } record && !Transient.Is(record);

    /// <summary>What a blocking attempt came to: it is over when it returns.</summary>
    private static Outcome<FetchRecord> Finished(ValueTask<Outcome<FetchRecord>> attempt) => attempt.AsTask().GetAwaiter().GetResult();
}
