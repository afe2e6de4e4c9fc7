namespace FetchLab;

/// <summary>How long a strategy should take for a set of pages, and the formula that says so.</summary>
/// <param name="Makespan">From the start of the run to the last byte.</param>
/// <param name="Formula">The formula in the course's symbols, such as <c>⌈N/W⌉·L</c>.</param>
public sealed record Prediction(TimeSpan Makespan, string Formula)
{
    /// <summary>Whether <see cref="Makespan"/> is the least that the run can take, and not what it should take.</summary>
    public bool IsLowerBound { get; init; }

    /// <summary>Such as <c>500 ms (⌈N/W⌉·L)</c>, or <c>at least 50 ms (≥ max Lᵢ)</c>.</summary>
    public override string ToString() => $"{(IsLowerBound ? "at least " : "")}{Makespan.ToText()} ({Formula})";
}
