namespace FetchLab;

/// <summary>A pipeline's run with what came out of it.</summary>
/// <typeparam name="T">What the last stage makes.</typeparam>
public sealed record PipelineRun<T> : PipelineRun
{
    /// <summary>What came through, in the order of the items.</summary>
    public required IReadOnlyList<T> Results { get; init; }
}
