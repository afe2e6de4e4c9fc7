namespace FetchLab.Jupyter;

/// <summary>Code of a cell as IPython must get it, so that its errors name the cell's lines.</summary>
internal static class PythonCode
{
    /// <summary>Makes comments of the empty lines at the beginning: IPython would take them away, and count from there.</summary>
    public static string KeepLines(string code)
    {
        var start = code.Length - code.TrimStart().Length;
        var before = code[..start];
        var lines = before.Count(letter => letter == '\n');
        // Of a magic, such as %%time, it is the first line that tells.
        if (lines == 0 || start == code.Length || code.AsSpan(start).StartsWith("%%")) return code;
        // As far indented as the first line, by which IPython takes back all the others.
        var indent = before[(before.LastIndexOf('\n') + 1)..];
        return string.Concat(Enumerable.Repeat($"{indent}#\n", lines)) + code[(start - indent.Length)..];
    }
}
