using Polly;
using Polly.Retry;

namespace FetchLab;

/// <summary>Asks again for a page that failed.</summary>
internal sealed class RetryPolicy(int times, Backoff backoff) : Policy
{
    public override string Name => times == 1 ? "1 retry" : $"{times} retries";

    internal override void AddTo(ResiliencePipelineBuilder<FetchRecord> pipeline)
    {
        var clock = pipeline.TimeProvider ?? TimeProvider.System;
        pipeline.AddRetry(new RetryStrategyOptions<FetchRecord>
        {
            MaxRetryAttempts = times,
            ShouldHandle = attempt => ValueTask.FromResult(Transient.Is(attempt.Outcome.Result)),
            DelayGenerator = attempt => ValueTask.FromResult<TimeSpan?>(Wait(attempt, clock)),
        });
    }

    internal override PlayedFetch Play(PlayedPage page, Func<PlayedFetch> inner)
    {
        var played = inner();
        var time = played.Time;
        for (var retry = 0; played.Fails && retry < times; retry++)
        {
            // Task.Delay counts in whole milliseconds, and drops the rest.
            var wait = backoff.After(page.Index, page.Attempts, played.RetryAfter, retry);
            time += TimeSpan.FromMilliseconds(Math.Floor(wait.TotalMilliseconds));
            played = inner();
            time += played.Time;
        }

        return played with { Time = time };
    }

    /// <remarks>By Wald's identity the mean number of tries times what one of them takes, whatever decides about the next.</remarks>
    internal override ExpectedFetch Expect(ExpectedFetch inner)
    {
        var tries = Formula.ExpectedAttempts(inner.Failure, times);
        return new(
            tries * inner.Attempts,
            1 - Formula.SuccessWithRetries(inner.Failure, times),
            tries * inner.Latencies,
            (tries * inner.Waits) + Formula.ExpectedBackoff(
                inner.Failure,
                times,
                TimeSpan.FromMilliseconds(backoff.BaseMs),
                TimeSpan.FromMilliseconds(backoff.CapMs),
                jitter: backoff.Seed is not null));
    }

    /// <remarks>
    /// A worker that blocks waits here, on its own thread: inside of a hedge the pipeline would go on on another one. What
    /// cancels the wait, the pipeline sees itself.
    /// </remarks>
    private TimeSpan Wait(RetryDelayGeneratorArguments<FetchRecord> failed, TimeProvider clock)
    {
        var wait = backoff.After(failed.Outcome.Result!, retry: failed.AttemptNumber);
        if (wait == TimeSpan.Zero || !PageAttempts.Of(failed.Context).Blocking)
            return wait;
        Task.Delay(wait, clock, failed.Context.CancellationToken)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing).GetAwaiter().GetResult();
        return TimeSpan.Zero;
    }
}
