namespace FetchLab.Notebooks;

/// <summary>Code of a language failed, in that language's own words.</summary>
/// <param name="name">The kind of error, such as <c>ZeroDivisionError</c>.</param>
/// <param name="message">One sentence.</param>
/// <param name="traceback">The lines to show.</param>
public sealed class LanguageErrorException(string name, string message, IReadOnlyList<string> traceback) : Exception(message)
{
    /// <summary>The error, as a cell puts it out.</summary>
    public ErrorOutput Output => new(name, Message, traceback);
}
