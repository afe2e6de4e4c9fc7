namespace FetchLab.Notebooks;

/// <summary>The console's input as cells see it: the person who is asked, and the end of the input where nobody can be.</summary>
/// <param name="console">The console itself, for what no cell reads.</param>
internal sealed class ConsoleInput(TextReader console) : TextReader
{
    // What is left of a typed line, for code that reads single characters. Of one cell: the next one asks anew.
    private readonly AsyncLocal<StringReader?> _rest = new();

    public override string? ReadLine()
    {
        if (Displays.Cell is not { } cell) return console.ReadLine();
        if (_rest.Value is { } rest && rest.ReadLine() is { } remaining) return remaining;
        return cell.Input?.Invoke("", false, cell.Stopping);
    }

    public override int Read()
    {
        if (Displays.Cell is null) return console.Read();
        if (Peek() < 0) return -1;
        return _rest.Value!.Read();
    }

    public override int Peek()
    {
        if (Displays.Cell is not { } cell) return console.Peek();
        if (_rest.Value is { } rest && rest.Peek() >= 0) return rest.Peek();
        if (cell.Input?.Invoke("", false, cell.Stopping) is not { } line) return -1;
        _rest.Value = new(line + "\n");
        return _rest.Value.Peek();
    }

    public override string ReadToEnd()
    {
        if (Displays.Cell is null) return console.ReadToEnd();
        var lines = new List<string>();
        while (ReadLine() is { } line) lines.Add(line);
        return string.Join('\n', lines);
    }
}
