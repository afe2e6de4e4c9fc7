namespace FetchLab.Notebooks;

/// <summary>A language that a cell needs is not on this machine: one sentence, which says what to install.</summary>
/// <param name="language">The language, such as <c>python</c>.</param>
/// <param name="message">The sentence.</param>
/// <param name="innerException">What was met.</param>
public sealed class LanguageMissingException(string language, string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>What a cell's error is called where this is the reason: the runner may skip such a cell.</summary>
    public const string ErrorName = "LanguageMissing";

    /// <summary>The language.</summary>
    public string Language => language;
}
