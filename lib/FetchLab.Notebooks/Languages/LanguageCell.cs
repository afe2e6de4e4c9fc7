namespace FetchLab.Notebooks;

/// <summary>The cell that a language's code is a part of.</summary>
/// <param name="Name">What errors call it, such as <c>cell 3</c>.</param>
/// <param name="Put">Takes what the code puts out, also after its end; may be called by any thread.</param>
/// <param name="Input">Asks the person; null where nobody can be asked.</param>
/// <param name="Stopping">Cancelled when the cell is interrupted.</param>
public sealed record LanguageCell(string Name, Action<CellOutput> Put, InputHandler? Input, CancellationToken Stopping);
