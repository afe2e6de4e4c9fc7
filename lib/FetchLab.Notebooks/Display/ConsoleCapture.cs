using System.Text;

namespace FetchLab.Notebooks;

/// <summary>A console writer whose text belongs to the cell that writes it.</summary>
/// <param name="stream"><c>stdout</c> or <c>stderr</c>.</param>
/// <param name="console">The console itself, for what no cell writes.</param>
internal sealed class ConsoleCapture(string stream, TextWriter console) : TextWriter
{
    private static readonly Lock _gate = new();
    private static bool _started;

    public override Encoding Encoding => Encoding.UTF8;

    // A line end is one character everywhere, so that a notebook says the same on every system.
    public override string NewLine => "\n";

    public override void Write(char value) => Put(value.ToString());

    public override void Write(string? value) => Put(value);

    public override void Write(char[] buffer, int index, int count) => Put(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Put(buffer.ToString());

    // One output for a line and its end: two threads that write lines never mix them.
    public override void WriteLine(string? value) => Put(value + NewLine);

    public override void WriteLine() => Put(NewLine);

    /// <summary>Makes the process's console, for code in a cell, that cell's own from now on.</summary>
    public static void Start()
    {
        lock (_gate)
        {
            if (_started) return;
            _started = true;
#pragma warning disable CA2000 // The console keeps them for the life of the process.
            Console.SetOut(Synchronized(new ConsoleCapture("stdout", Console.Out)));
            Console.SetError(Synchronized(new ConsoleCapture("stderr", Console.Error)));
            Console.SetIn(new ConsoleInput(Console.In));
#pragma warning restore CA2000
        }
    }

    private void Put(string? text)
    {
        if (!string.IsNullOrEmpty(text) && !Displays.TryPut(new StreamOutput(stream, text))) console.Write(text);
    }
}
