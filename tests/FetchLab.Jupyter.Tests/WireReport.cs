namespace FetchLab.Jupyter.Tests;

/// <summary>What wire.py says of this build's kernel. It runs once, for all tests that look at it.</summary>
public sealed class WireReport : IAsyncLifetime
{
    // Debian's: its packages are what the clients are installed from.
    private const string Python = "/usr/bin/python3";
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(240);

    private readonly JupyterFolder _folder = new();

    /// <summary>Why there is none; null if there is one.</summary>
    public string? Missing { get; private set; }

    /// <summary>A line a check, in order.</summary>
    public IReadOnlyList<string> Lines { get; private set; } = [];

    /// <summary>What was written besides.</summary>
    public string Error { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Python) || (await _folder.RunAsync(Python, ["-c", "import jupyter_client"], _patience)).Code != 0)
        {
            Missing = "Python's jupyter_client is not installed.";
            return;
        }

        var script = Path.Combine(KernelProcess.Root, "tests", "FetchLab.Jupyter.Tests", "wire.py");
        var (_, output, error) = await _folder.RunAsync(Python, ["-B", script, _folder.Path], _patience);
        (Lines, Error) = (output.Split('\n', StringSplitOptions.RemoveEmptyEntries), error);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
