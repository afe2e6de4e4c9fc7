using Polly;
using Polly.CircuitBreaker;

namespace FetchLab;

/// <summary>Stops asking where too much fails.</summary>
internal sealed class BreakerPolicy(double failureRatio, int minimum, TimeSpan sampling, TimeSpan pause) : Policy
{
    public override string Name => "breaker";

    internal override void AddTo(ResiliencePipelineBuilder<FetchRecord> pipeline) => pipeline
        .AddStrategy(_ => new RecordRefusals())
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions<FetchRecord>
        {
            FailureRatio = failureRatio,
            MinimumThroughput = minimum,
            SamplingDuration = sampling,
            BreakDuration = pause,
            ShouldHandle = attempt => ValueTask.FromResult(Transient.Is(attempt.Outcome.Result)),
        });
}
