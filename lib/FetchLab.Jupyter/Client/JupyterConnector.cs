using FetchLab.Notebooks;

namespace FetchLab.Jupyter;

/// <summary>Starts the Jupyter kernels that are installed on this machine, from where Jupyter itself finds them.</summary>
public sealed class JupyterConnector : ILanguageConnector
{
    private const int MostAttempts = 3;

    /// <summary>How long a kernel may take to answer.</summary>
    internal TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The folders that hold a folder for each kernel; Jupyter's where none are given.</summary>
    internal IReadOnlyList<string>? Folders { get; init; }

    /// <inheritdoc/>
    public async Task<ILanguage> ConnectAsync(string name, string spec, string folder, CancellationToken cancellationToken)
    {
        var installed = InstalledKernel.Find(name, spec, Folders ?? JupyterData.Kernels);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        for (var attempt = 1; ; attempt++)
        {
            var kernel = new ConnectedKernel(name, installed, folder);
            try
            {
                var language = await kernel.GreetAsync(patience.Token);
                return new JupyterLanguage(kernel, isPython: language == "python");
            }
            catch (Exception error)
            {
                var (said, exitCode) = (kernel.LastLines, kernel.ExitCode);
                kernel.Kill();
                await kernel.DisposeAsync();
                cancellationToken.ThrowIfCancellationRequested();
                // A port that was free may be another program's by the time that the kernel takes it.
                if (attempt < MostAttempts && said.Any(line => line.Contains("Address already in use", StringComparison.Ordinal))) continue;
                throw Reason(error, name, installed, exitCode, said);
            }
        }
    }

    private Exception Reason(Exception error, string name, InstalledKernel kernel, int? exitCode, IReadOnlyList<string> said)
    {
        if (said.Any(line => line.Contains("No module named", StringComparison.Ordinal) && line.Contains("ipykernel", StringComparison.Ordinal)))
            return MissingKernel.Package(name, kernel.Spec, kernel.Command[0]);
        if (exitCode is null && error is not OperationCanceledException) return error;
        var happened = exitCode is null ? $"did not answer within {Patience.TotalSeconds} s" : $"ended with exit code {exitCode} before it answered";
        var words = said.Count == 0 ? "" : $" It said:\n{string.Join('\n', said)}";
        return new NotebookException($"the Jupyter kernel '{kernel.Spec}' {happened}; try it by itself with 'jupyter console --kernel {kernel.Spec}'.{words}", error);
    }
}
