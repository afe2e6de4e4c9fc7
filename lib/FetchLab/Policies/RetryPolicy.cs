using Polly;
using Polly.Retry;

namespace FetchLab;

/// <summary>Asks again for a page that failed.</summary>
internal sealed class RetryPolicy(int times, Backoff backoff) : Policy
{
    public override string Name => times == 1 ? "1 retry" : $"{times} retries";

    internal override void AddTo(ResiliencePipelineBuilder<FetchRecord> pipeline) =>
        pipeline.AddRetry(new RetryStrategyOptions<FetchRecord>
        {
            MaxRetryAttempts = times,
            ShouldHandle = attempt => ValueTask.FromResult(Transient.Is(attempt.Outcome.Result)),
            DelayGenerator = attempt => ValueTask.FromResult<TimeSpan?>(
                backoff.After(attempt.Outcome.Result!, retry: attempt.AttemptNumber)),
        });
}
