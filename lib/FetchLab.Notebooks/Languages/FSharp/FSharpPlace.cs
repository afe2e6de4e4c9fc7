namespace FetchLab.Notebooks;

/// <summary>A position in code as the F# compiler counts: lines from 1, columns from 0.</summary>
internal readonly record struct FSharpPlace
{
    public FSharpPlace(string code, int position)
    {
        var start = position == 0 ? 0 : code.LastIndexOf('\n', position - 1) + 1;
        var end = code.IndexOf('\n', position);
        (Line, Column) = (code.AsSpan(0, start).Count('\n') + 1, position - start);
        LineText = code[start..(end < 0 ? code.Length : end)];
    }

    public int Line { get; }

    public int Column { get; }

    /// <summary>The whole line that the position is in.</summary>
    public string LineText { get; }
}
