using System.Text.Json.Serialization;

namespace FetchLab.Notebooks;

/// <summary>One thing that a running cell puts out. A front end shows it, a runner keeps it.</summary>
[JsonDerivedType(typeof(StreamOutput), "stream")]
[JsonDerivedType(typeof(DisplayOutput), "display")]
[JsonDerivedType(typeof(UpdateOutput), "update")]
[JsonDerivedType(typeof(ClearOutput), "clear")]
[JsonDerivedType(typeof(ResultOutput), "result")]
[JsonDerivedType(typeof(ErrorOutput), "error")]
public abstract record CellOutput;

/// <summary>Text written to the console.</summary>
/// <param name="Name"><c>stdout</c> or <c>stderr</c>.</param>
/// <param name="Text">What was written.</param>
public sealed record StreamOutput(string Name, string Text) : CellOutput;

/// <summary>A value that the cell displays.</summary>
/// <param name="Data">Its representations by MIME type.</param>
/// <param name="DisplayId">What a later <see cref="UpdateOutput"/> names.</param>
public sealed record DisplayOutput(MimeBundle Data, string DisplayId) : CellOutput;

/// <summary>New content for a value that was displayed before, in this cell or an earlier one.</summary>
public sealed record UpdateOutput(MimeBundle Data, string DisplayId) : CellOutput;

/// <summary>Takes away what the cell has put out so far.</summary>
/// <param name="Wait">Whether only when the next output comes, so that nothing flickers.</param>
public sealed record ClearOutput(bool Wait) : CellOutput;

/// <summary>The value of the cell's last expression.</summary>
public sealed record ResultOutput(MimeBundle Data) : CellOutput;

/// <summary>Why the cell failed.</summary>
/// <param name="Name">The kind of error: an exception's type, or <c>CompileError</c>.</param>
/// <param name="Message">One sentence.</param>
/// <param name="Traceback">The lines to show: the message, then where in the cell.</param>
public sealed record ErrorOutput(string Name, string Message, IReadOnlyList<string> Traceback) : CellOutput;
