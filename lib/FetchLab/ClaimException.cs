using System.Diagnostics;

namespace FetchLab;

/// <summary>A lesson's claim that did not hold; the message says what was seen instead.</summary>
[StackTraceHidden] // A notebook shows the sentence, and no trace through the library.
public sealed class ClaimException(string message) : Exception(message);
