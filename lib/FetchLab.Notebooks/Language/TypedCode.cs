using System.Text.RegularExpressions;

namespace FetchLab.Notebooks;

/// <summary>A cell while it is written: its text, and where the cursor stands in it.</summary>
internal sealed partial class TypedCode
{
    private readonly List<(int Start, int End, string? Language)> _lines = [];

    /// <param name="text">The cell's text.</param>
    /// <param name="position">Where the cursor stands.</param>
    /// <param name="find">A language's own name by any of its names; null where it is none.</param>
    public TypedCode(string text, int position, Func<string, string?> find)
    {
        Text = text;
        Position = Math.Clamp(position, 0, text.Length);
        LineStart = Position == 0 ? 0 : text.LastIndexOf('\n', Position - 1) + 1;
        Language = Languages.CSharp;
        Read(find);
        Code = Only(Languages.CSharp);
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

    /// <summary>The language of the cursor's line.</summary>
    public string Language { get; private set; }

    /// <summary>Whether the cursor stands in another language's lines.</summary>
    public bool IsForeign => Language != Languages.CSharp;

    /// <summary>As <see cref="Code"/>, what the cell has in the language of the cursor's line.</summary>
    public string ForeignCode => Only(Language);

    /// <summary>The name around the cursor.</summary>
    public (int Start, int End) Word()
    {
        int start = Position, end = Position;
        while (start > 0 && IsNamePart(Text[start - 1])) start--;
        while (end < Text.Length && IsNamePart(Text[end])) end++;
        return (start, end);
    }

    private static bool IsNamePart(char character) => char.IsLetterOrDigit(character) || character is '_' or '@';

    // A directive's line is in no language.
    private void Read(Func<string, string?> find)
    {
        var language = Languages.CSharp;
        for (int start = 0, next; start < Text.Length; start = next)
        {
            next = Text.IndexOf('\n', start) is >= 0 and var end ? end + 1 : Text.Length;
            var directive = Directive().Match(Text[start..next]);
            var isDirective = directive.Success && (language == Languages.CSharp || directive.Groups[1].Value.StartsWith("#!", StringComparison.Ordinal));
            if (isDirective && Switch(directive.Groups[1].Value, find) is { } switched) language = switched;
            _lines.Add((start, next, isDirective ? null : language));
            if (!isDirective && start <= Position && (Position < next || next == Text.Length)) Language = language;
        }

        // An empty last line has no text.
        if (LineStart == Text.Length) Language = language;
    }

    private static string? Switch(string directive, Func<string, string?> find) => directive is ['#', '!', .. var name]
        ? find(name) ?? (MissingDirective.Languages.Contains(directive) ? name : null)
        : null;

    private string Only(string language)
    {
        var code = Text.ToCharArray();
        foreach (var line in _lines.Where(line => line.Language != language))
        {
            for (var index = line.Start; index < line.End; index++)
                if (code[index] is not ('\r' or '\n')) code[index] = ' ';
        }

        return new(code);
    }

    // #load stays: the compiler knows it.
    [GeneratedRegex(@"^[ \t]*(#!.*?|#r|#i)(?=[\s""]|$)")]
    private static partial Regex Directive();
}
