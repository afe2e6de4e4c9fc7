namespace FetchLab.Notebooks;

/// <summary>A cell that a run has left out, because a language that it is tagged to require is missing.</summary>
/// <param name="Number">Its number among the code cells, from 1.</param>
/// <param name="Language">The language, as its tag <c>requires-NAME</c> names it.</param>
public sealed record SkippedCell(int Number, string Language);
