using System.Text.RegularExpressions;

namespace FetchLab.Notebooks;

/// <summary>A cell while it is written: its text, and where the cursor stands in it.</summary>
internal sealed partial class TypedCode
{
    public TypedCode(string text, int position)
    {
        Text = text;
        Position = Math.Clamp(position, 0, text.Length);
        LineStart = Position == 0 ? 0 : text.LastIndexOf('\n', Position - 1) + 1;
        Code = Blank(text, Position, out var foreign);
        IsForeign = foreign;
    }

    /// <summary>The cell's text.</summary>
    public string Text { get; }

    /// <summary>The cursor's place, inside the text.</summary>
    public int Position { get; }

    /// <summary>Where the cursor's line begins.</summary>
    public int LineStart { get; }

    /// <summary>The cursor's line up to the cursor.</summary>
    public string LineBeforeCursor => Text[LineStart..Position];

    /// <summary>
    /// The cell's C#: the lines that only the engine reads, and those of other languages, are blanks. Every position is
    /// the cell's. Blanks inside a text of several lines do no harm: nothing reads that text here.
    /// </summary>
    public string Code { get; }

    /// <summary>Whether the cursor stands in another language's lines.</summary>
    public bool IsForeign { get; }

    /// <summary>The name around the cursor.</summary>
    public (int Start, int End) Word()
    {
        int start = Position, end = Position;
        while (start > 0 && IsNamePart(Text[start - 1])) start--;
        while (end < Text.Length && IsNamePart(Text[end])) end++;
        return (start, end);
    }

    private static bool IsNamePart(char character) => char.IsLetterOrDigit(character) || character is '_' or '@';

    private static string Blank(string text, int position, out bool foreign)
    {
        var code = text.ToCharArray();
        foreign = false;
        var here = false;
        for (int start = 0, next; start < text.Length; start = next)
        {
            next = text.IndexOf('\n', start) is >= 0 and var end ? end + 1 : text.Length;
            var directive = Directive().Match(text[start..next]);
            if (directive.Success && Directives.Language(directive.Groups[1].Value) is { } language) here = language != "csharp";
            if (here && !directive.Success && start <= position) foreign = position < next || next == text.Length;
            if (!directive.Success && !here) continue;
            for (var index = start; index < next; index++)
                if (code[index] is not ('\r' or '\n')) code[index] = ' ';
        }

        return new(code);
    }

    // #load stays: the compiler knows it.
    [GeneratedRegex(@"^[ \t]*(#!.*?|#r|#i)(?=[\s""]|$)")]
    private static partial Regex Directive();
}
