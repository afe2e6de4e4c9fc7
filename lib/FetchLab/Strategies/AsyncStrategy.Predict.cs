namespace FetchLab;

internal sealed partial class AsyncStrategy
{
    /// <remarks>What the processors do for each page comes on top: T ≤ max Lᵢ + N·overhead.</remarks>
    protected override Prediction PredictCore(IReadOnlyList<TimeSpan> latencies) =>
        new(latencies.Max(), "≥ max Lᵢ") { IsLowerBound = true };
}
