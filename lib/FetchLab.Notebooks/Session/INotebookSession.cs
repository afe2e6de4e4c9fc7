namespace FetchLab.Notebooks;

/// <summary>Something that runs cells one after the other and keeps what they declare.</summary>
public interface INotebookSession : IAsyncDisposable
{
    /// <summary>Runs one cell. Everything that it puts out, errors too, goes to <paramref name="onOutput"/> in order.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="onOutput">Takes the outputs; called by one thread at a time.</param>
    /// <param name="cancellationToken">Gives the cell up. What a session can stop then, it says itself.</param>
    /// <returns>True if the cell ran to its end.</returns>
    Task<bool> ExecuteAsync(CellRequest cell, Action<CellOutput> onOutput, CancellationToken cancellationToken);
}

/// <summary>A cell to run.</summary>
/// <param name="Source">Its text, directives included.</param>
/// <param name="Name">What stack traces call it, such as <c>cell 3</c>.</param>
/// <param name="Language">The language that its metadata names, or null for C#.</param>
public sealed record CellRequest(string Source, string Name, string? Language = null);
