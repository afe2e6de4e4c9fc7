namespace FetchLab.Notebooks;

/// <summary>A language beside C#, with variables of its own: F#, SQL, or what another Jupyter kernel runs.</summary>
/// <remarks>A session runs one cell at a time, and so does its language. Positions in code count UTF-16 code units from 0.</remarks>
public interface ILanguage : IAsyncDisposable
{
    /// <summary>What a cell calls it after <c>#!</c>, such as <c>python</c>.</summary>
    string Name { get; }

    /// <summary>Runs code to its end. What it puts out goes to the cell, in order.</summary>
    /// <param name="code">The code, after as many empty lines as stand before it in the cell.</param>
    /// <param name="cell">The cell that it is a part of.</param>
    /// <exception cref="LanguageErrorException">The code failed.</exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted, and the code has come to rest.</exception>
    Task RunAsync(string code, LanguageCell cell);

    /// <summary>What could stand at a position; null where the language cannot tell.</summary>
    Task<Completion?> CompleteAsync(string code, int position, CancellationToken cancellationToken);

    /// <summary>What is known of the symbol at a position; null where nothing is.</summary>
    Task<MimeBundle?> InspectAsync(string code, int position, CancellationToken cancellationToken);

    /// <summary>The value of a variable, as an object of this process.</summary>
    /// <exception cref="NotebookException">There is no such variable, or its value cannot leave the language.</exception>
    Task<object?> GetAsync(string name, CancellationToken cancellationToken);

    /// <summary>Makes a value a variable of the language.</summary>
    /// <exception cref="NotebookException">The name or the value does not fit the language.</exception>
    Task SetAsync(string name, object? value, CancellationToken cancellationToken);
}
