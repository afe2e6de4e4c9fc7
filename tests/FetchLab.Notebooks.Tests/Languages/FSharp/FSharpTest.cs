namespace FetchLab.Notebooks.Tests;

/// <summary>F# beside C#, with the real compilers, and what their cells put out.</summary>
public abstract class FSharpTest : IAsyncDisposable
{
    private readonly SessionAssemblies _assemblies = new();
    private readonly CellRunner _csharp;
    private int _cells;

    protected FSharpTest()
    {
        EngineFormatters.Register();
        ConsoleCapture.Start();
        Folder = Directory.CreateTempSubdirectory("fetchlab-test-").FullName;
        var chain = new SubmissionChain(_assemblies);
        _csharp = new(chain, _assemblies, new(new(Folder, _assemblies, () => chain.Variables), connector: null), Folder);
        FSharp = new(_assemblies, Folder);
    }

    protected string Folder { get; }

    private protected FSharpLanguage FSharp { get; }

    public async ValueTask DisposeAsync()
    {
        await FSharp.DisposeAsync();
        _assemblies.Dispose();
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Runs one cell and returns what it put out.</summary>
    protected async Task<IReadOnlyList<CellOutput>> RunAsync(string source)
    {
        var outputs = new List<CellOutput>();
        var run = new CellRun(outputs.Add, input: null);
        Displays.SendTo(run);
        await FSharp.RunAsync(source, Cell(run));
        return outputs;
    }

    /// <summary>Runs one cell that must go well, and returns its result as text.</summary>
    protected async Task<string> ResultAsync(string source) =>
        Assert.Single((await RunAsync(source)).OfType<ResultOutput>()).Data.PlainText;

    /// <summary>Runs one cell that must fail, and returns its error.</summary>
    protected async Task<ErrorOutput> ErrorAsync(string source) =>
        (await Assert.ThrowsAsync<LanguageErrorException>(() => RunAsync(source))).Output;

    /// <summary>Runs one cell of C#, and returns the value of a variable.</summary>
    protected async Task<object?> CSharpAsync(string source, string name)
    {
        var run = new CellRun(_ => { }, input: null);
        Displays.SendTo(run);
        await _csharp.RunAsync(source, language: null, new(run, $"cell {++_cells}", Folder));
        return _csharp.Chain.Variables.Single(variable => variable.Name == name).Value;
    }

    protected Task<object?> GetAsync(string name) => FSharp.GetAsync(name, TestContext.Current.CancellationToken);

    protected Task SetAsync(string name, object? value) => FSharp.SetAsync(name, value, TestContext.Current.CancellationToken);

    private protected LanguageCell Cell(CellRun run) => new($"cell {++_cells}", run.Put, run.Input, run.Stopping);
}
