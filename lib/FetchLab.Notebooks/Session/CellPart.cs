namespace FetchLab.Notebooks;

/// <summary>A stretch of a cell: C#, one directive, code of another language, or text in a language of pages.</summary>
internal abstract record CellPart;

/// <param name="Text">The code, after as many empty lines as stand before it in the cell, so that its line numbers are the cell's.</param>
internal sealed record CodePart(string Text) : CellPart;

/// <param name="Name">The directive with its sign, such as <c>#r</c> or <c>#!import</c>.</param>
/// <param name="Argument">The rest of its line, without quotes around it; of several packages a line each.</param>
/// <param name="Line">Its line in the cell, from 1.</param>
/// <param name="Language">The language in whose stretch it stands.</param>
internal sealed record DirectivePart(string Name, string Argument, int Line, string Language = Languages.CSharp) : CellPart;

/// <param name="Language">The language's own name, such as <c>sql</c>.</param>
/// <param name="Text">The code, after as many empty lines as stand before it in the cell.</param>
internal sealed record LanguagePart(string Language, string Text) : CellPart;

/// <summary>The end of a stretch whose switch has asked, as <c>#!sql --name slow</c> does, for its result as a C# variable.</summary>
/// <param name="Directive">The switch.</param>
/// <param name="Name">The variable.</param>
internal sealed record KeepPart(DirectivePart Directive, string Name) : CellPart;

/// <param name="Directive">The line that says what it is called, <c>#!value --name page</c>.</param>
/// <param name="Text">The text behind it.</param>
internal sealed record ValuePart(DirectivePart Directive, string Text) : CellPart;

/// <param name="Language">The language's own name, such as <c>html</c>.</param>
/// <param name="Text">The text.</param>
internal sealed record TextPart(string Language, string Text) : CellPart;
