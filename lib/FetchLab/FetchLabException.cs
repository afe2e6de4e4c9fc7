using System.Diagnostics;

namespace FetchLab;

/// <summary>
/// A mistake of the person at the keyboard, in one sentence: what was wrong, the bad value, and a good one.
/// It is thrown before any request is sent, and its stack trace is of no use to its reader.
/// </summary>
[StackTraceHidden] // A notebook shows the sentence, and no trace through the library.
public sealed class FetchLabException(string message, Exception? innerException = null) : Exception(message, innerException);
