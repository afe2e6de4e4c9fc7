namespace FetchLab.Notebooks;

/// <summary>Where a stretch of source stands.</summary>
/// <param name="Run">The cell that it runs in.</param>
/// <param name="Name">What stack traces call it.</param>
/// <param name="Folder">Where its relative paths start.</param>
/// <param name="Depth">How many imports lead to it; 0 in the cell itself.</param>
internal sealed record CellScope(CellRun Run, string Name, string Folder, int Depth = 0);
