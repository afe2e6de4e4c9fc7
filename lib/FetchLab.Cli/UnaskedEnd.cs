namespace FetchLab.Cli;

/// <summary>Tells an end of the process that nobody asked the kernel for: a cell called <c>Environment.Exit</c>.</summary>
/// <remarks>The runtime itself tells the others, such as a stack overflow.</remarks>
internal sealed class UnaskedEnd
{
    private bool _asked;

    public UnaskedEnd() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Tell();

    /// <summary>From here on an end is what was asked for.</summary>
    public void IsAsked() => Volatile.Write(ref _asked, true);

    private void Tell()
    {
        if (Volatile.Read(ref _asked)) return;
        var code = Environment.ExitCode;
        // A kernel that ends in the middle of its work has failed, whatever the cell thinks of it.
        if (code == ExitCode.Ok) Environment.ExitCode = ExitCode.Failed;
        // Not the console's writer: what is written there while a cell runs is that cell's output.
        using var error = new StreamWriter(Console.OpenStandardError());
        error.WriteLine($"fetchlab kernel: a cell ended the process with Environment.Exit({code}); restart the kernel, and let a cell end with 'return;' instead.");
    }
}
