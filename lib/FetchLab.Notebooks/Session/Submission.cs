namespace FetchLab.Notebooks;

/// <summary>Compiled code.</summary>
/// <param name="RunAsync">Runs it, once, and returns the value of its last expression; null where there is none.</param>
/// <param name="HasValue">
/// Whether that is a value: a task without a result, which somebody forgot to await, is none. To ask takes time.
/// </param>
internal sealed record Submission(Func<Task<object?>> RunAsync, Func<bool> HasValue);
