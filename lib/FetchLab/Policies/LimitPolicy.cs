using System.Globalization;
using Polly;

namespace FetchLab;

/// <summary>Holds requests back to a rate.</summary>
internal sealed class LimitPolicy(double perSecond, int burst) : Policy
{
    public override string Name => string.Create(CultureInfo.InvariantCulture, $"at most {perSecond}/s");

    /// <summary>When the last of so many attempts can start at the earliest: max(0, A−b)/q.</summary>
    public TimeSpan LastStart(int attempts) => TimeSpan.FromSeconds(Math.Max(0, attempts - burst) / perSecond);

    internal override void AddTo(ResiliencePipelineBuilder<FetchRecord> pipeline)
    {
        var clock = pipeline.TimeProvider ?? TimeProvider.System;
        pipeline.AddStrategy(_ => new LimitStrategy(new TokenBucket(perSecond, burst, clock), clock));
    }
}
