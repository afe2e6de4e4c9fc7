namespace FetchLab.Notebooks.Tests;

/// <summary>A session with the real compiler, and what its cells put out.</summary>
public abstract class SessionTest : IAsyncDisposable
{
    private int _cells;

    protected SessionTest(ILanguageConnector? connector = null)
    {
        Folder = Directory.CreateTempSubdirectory("fetchlab-test-").FullName;
        Session = new(Folder, connector: connector);
    }

    protected string Folder { get; }

    protected CSharpSession Session { get; }

    public async ValueTask DisposeAsync()
    {
        await Session.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Runs one cell and returns what it put out.</summary>
    protected async Task<IReadOnlyList<CellOutput>> RunAsync(string source, string? language = null)
    {
        var outputs = new List<CellOutput>();
        var ok = await Session.ExecuteAsync(
            new(source, $"cell {++_cells}", language), outputs.Add, TestContext.Current.CancellationToken);
        Assert.Equal(ok, !outputs.OfType<ErrorOutput>().Any());
        return outputs;
    }

    /// <summary>Runs one cell that must go well, and returns its result as text.</summary>
    protected async Task<string> ResultAsync(string source)
    {
        var outputs = await RunAsync(source);
        Assert.Empty(outputs.OfType<ErrorOutput>().Select(error => error.Message));
        return Assert.Single(outputs.OfType<ResultOutput>()).Data.PlainText;
    }

    /// <summary>Runs one cell that must fail, and returns its error.</summary>
    protected async Task<ErrorOutput> ErrorAsync(string source) =>
        Assert.Single((await RunAsync(source)).OfType<ErrorOutput>());

    protected void Write(string name, string text) => File.WriteAllText(Path.Combine(Folder, name), text);
}
