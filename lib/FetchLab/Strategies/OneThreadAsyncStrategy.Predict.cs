namespace FetchLab;

internal sealed partial class OneThreadAsyncStrategy
{
    /// <remarks>What the one thread does for each page comes on top, one page after the other: T ≤ max Lᵢ + N·overhead.</remarks>
    protected override Prediction PredictCore(IReadOnlyList<TimeSpan> latencies) =>
        new(latencies.Max(), "≥ max Lᵢ") { IsLowerBound = true };
}
