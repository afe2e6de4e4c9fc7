namespace FetchLab.Jupyter.Tests;

/// <summary>Debian's Python kernel, connected; one for all tests of a class.</summary>
public sealed class PythonKernel : IAsyncLifetime
{
    /// <summary>Where Debian's packages lay kernels.</summary>
    public const string Installed = "/usr/share/jupyter/kernels";

    private JupyterLanguage? _language;

    public static bool IsMissing => !Directory.Exists(Path.Combine(Installed, "python3"));

    /// <summary>The kernel. Skips the test where there is none.</summary>
    internal JupyterLanguage Language
    {
        get
        {
            Assert.SkipWhen(IsMissing, "python3-ipykernel is not installed.");
            return _language!;
        }
    }

    internal static async Task<JupyterLanguage> ConnectAsync()
    {
        Assert.SkipWhen(IsMissing, "python3-ipykernel is not installed.");
        return (JupyterLanguage)await new JupyterConnector { Folders = [Installed] }.ConnectAsync("python", "python3", Path.GetTempPath(), TestContext.Current.CancellationToken);
    }

    public async ValueTask InitializeAsync()
    {
        if (!IsMissing) _language = await ConnectAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_language is not null) await _language.DisposeAsync();
    }
}
