using System.Text.Json.Nodes;

namespace FetchLab.Jupyter.Tests;

/// <summary>Jupyter's own programs, where they are installed.</summary>
public sealed class RunningRealClients : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(90);

    private readonly JupyterFolder _folder = new();

    [Fact]
    public async Task NbConvert_ExecutesALesson()
    {
        Assert.SkipUnless(JupyterFolder.Exists("jupyter-nbconvert"), "jupyter-nbconvert is not installed.");
        var lesson = Path.Combine(KernelProcess.Root, "notebooks", "01-one-at-a-time.ipynb");

        var (code, _, said) = await _folder.RunAsync(
            "jupyter-nbconvert", ["--to", "notebook", "--execute", "--output-dir", _folder.Path, lesson], _patience);

        Assert.True(code == 0, said);
        var written = await File.ReadAllTextAsync(Path.Combine(_folder.Path, "01-one-at-a-time.ipynb"), TestContext.Current.CancellationToken);
        var cells = JsonNode.Parse(written)!["cells"]!.AsArray();
        Assert.Contains(cells, cell => cell!["outputs"] is JsonArray { Count: > 0 });
    }

    [Fact]
    public async Task Console_RunsWhatIsTyped()
    {
        Assert.SkipUnless(JupyterFolder.Exists("jupyter-console"), "jupyter-console is not installed.");

        var (_, output, _) = await _folder.RunAsync("jupyter-console", ["--kernel", ".net-csharp", "--simple-prompt"], _patience, "6 * 7\nexit\n");

        Assert.Contains("42", output, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
