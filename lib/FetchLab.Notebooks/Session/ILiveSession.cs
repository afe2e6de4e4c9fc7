namespace FetchLab.Notebooks;

/// <summary>What a front end with a person in front of it asks of a session, beside running cells.</summary>
/// <remarks>Positions in code count UTF-16 code units from 0.</remarks>
public interface ILiveSession : INotebookSession
{
    /// <summary>
    /// Asks the person for a line of text: what <c>input()</c>, <c>password()</c> and <c>Console.ReadLine()</c> in a cell call.
    /// Null where nobody can be asked; then <c>Console.ReadLine()</c> meets the end of its input.
    /// </summary>
    InputHandler? Input { get; set; }

    /// <summary>Loads what the first completion needs. It takes a second and tens of megabytes: call it while nothing runs.</summary>
    Task PrepareLanguageAsync(CancellationToken cancellationToken);

    /// <summary>What could stand at a position.</summary>
    Task<Completion> CompleteAsync(string code, int position, CancellationToken cancellationToken);

    /// <summary>What is known of the symbol, or of the call, at a position; null where there is none.</summary>
    Task<MimeBundle?> InspectAsync(string code, int position, CancellationToken cancellationToken);

    /// <summary>Whether a cell is whole, and can be run as it is.</summary>
    Completeness CheckComplete(string code);
}

/// <summary>Asks for a line of text and waits for it.</summary>
/// <param name="prompt">What to ask.</param>
/// <param name="password">Whether what is typed must not be seen.</param>
/// <param name="cancellationToken">Gives up, because the cell was interrupted.</param>
public delegate string InputHandler(string prompt, bool password, CancellationToken cancellationToken);

/// <summary>The texts that could replace a stretch of code.</summary>
/// <param name="Start">Where the stretch begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Items">The texts, best first.</param>
public sealed record Completion(int Start, int End, IReadOnlyList<CompletionItem> Items);

/// <summary>One text that could be written.</summary>
/// <param name="Text">The text.</param>
/// <param name="Kind">What it is: <c>method</c>, <c>property</c>, <c>class</c>, <c>keyword</c>, <c>variable</c>, …</param>
public sealed record CompletionItem(string Text, string Kind);

/// <summary>Whether code can be run as it is.</summary>
public enum Completeness
{
    /// <summary>It can.</summary>
    Complete,

    /// <summary>More must follow.</summary>
    Incomplete,

    /// <summary>It cannot, whatever follows.</summary>
    Invalid,
}
