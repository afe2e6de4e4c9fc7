namespace FetchLab.Notebooks;

/// <summary>A mistake that its user can mend: one clear sentence, shown without a stack trace.</summary>
public sealed class NotebookException(string message, Exception? innerException = null) : Exception(message, innerException);
