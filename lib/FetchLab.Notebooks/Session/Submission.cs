namespace FetchLab.Notebooks;

/// <summary>Compiled code.</summary>
/// <param name="HasValue">Whether it ends with an expression that has a value.</param>
/// <param name="RunAsync">Runs it, once, and returns that value.</param>
internal sealed record Submission(bool HasValue, Func<Task<object?>> RunAsync);
