using FetchLab.Jupyter;

namespace FetchLab.Cli;

/// <summary>Tells an end of the process that nobody asked the kernel for: a cell called <c>Environment.Exit</c>.</summary>
/// <remarks>The runtime itself tells the others, such as a stack overflow.</remarks>
internal sealed class UnaskedEnd
{
    private readonly JupyterKernel _kernel;
    private bool _asked;

    public UnaskedEnd(JupyterKernel kernel)
    {
        _kernel = kernel;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Tell();
    }

    /// <summary>From here on an end is what was asked for.</summary>
    public void IsAsked() => Volatile.Write(ref _asked, true);

    private void Tell()
    {
        if (Volatile.Read(ref _asked)) return;
        var code = Environment.ExitCode;
        // A kernel that ends in the middle of its work has failed, whatever the cell thinks of it.
        if (code == ExitCode.Ok) Environment.ExitCode = ExitCode.Failed;
        var sentence = $"a cell ended the process with Environment.Exit({code}); restart the kernel, and let a cell end with 'return;' instead.";
        // To whoever started the kernel, past the console's writer, and by that writer to the cell itself.
        using (var error = new StreamWriter(Console.OpenStandardError())) error.WriteLine($"fetchlab kernel: {sentence}");
        Console.Error.WriteLine(sentence);
        _kernel.Dispose();
        JupyterKernel.Flush();
    }
}
