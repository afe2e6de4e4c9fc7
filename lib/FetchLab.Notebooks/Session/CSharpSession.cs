namespace FetchLab.Notebooks;

/// <summary>A C# session in this process: what the headless runner's child and a kernel run cells with.</summary>
/// <remarks>What its cells write to the process's console becomes their output.</remarks>
public sealed class CSharpSession : ILiveSession
{
    private const string Interrupted = "the cell was interrupted.";
    private const string StillRunning =
        "the cell was interrupted, but code that it started is still running; restart the kernel to end it.";

    private readonly SessionAssemblies _assemblies = new();
    private readonly LanguageServices _language;
    private readonly SessionLanguages _languages;
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private readonly bool _ownsProcess;
    private readonly CellRunner _runner;

    /// <param name="folder">The notebook's folder: relative paths in cells start there. The current folder where none is named.</param>
    /// <param name="ownsProcess">Whether all that the process puts out belongs to this session's cells.</param>
    /// <param name="connector">What <c>#!connect</c> brings languages in by; null where they cannot be had.</param>
    public CSharpSession(string? folder = null, bool ownsProcess = false, ILanguageConnector? connector = null)
    {
        _ownsProcess = ownsProcess;
        Folder = Path.GetFullPath(folder ?? Environment.CurrentDirectory);
        var chain = new SubmissionChain(_assemblies);
        _languages = new(new(Folder, _assemblies, () => chain.Variables), connector);
        _runner = new(chain, _assemblies, _languages, Folder);
        _language = new(chain, _languages, Folder);
        // Before any cell: what a notebook registers for the same type must come later, and win.
        EngineFormatters.Register();
        ConsoleCapture.Start();
        ThreadErrors.Keep();
    }

    /// <summary>Where relative paths start.</summary>
    public string Folder { get; }

    /// <inheritdoc/>
    public InputHandler? Input { get; set; }

    /// <summary>What its cells have added by name.</summary>
    internal SessionPackages Packages => _runner.Packages;

    /// <inheritdoc/>
    public Task PrepareLanguageAsync(CancellationToken cancellationToken) => _language.PrepareAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<Completion> CompleteAsync(string code, int position, CancellationToken cancellationToken) =>
        _language.CompleteAsync(code, position, cancellationToken);

    /// <inheritdoc/>
    public Task<MimeBundle?> InspectAsync(string code, int position, CancellationToken cancellationToken) =>
        _language.InspectAsync(code, position, cancellationToken);

    /// <inheritdoc/>
    public Completeness CheckComplete(string code) => _language.CheckComplete(code);

    /// <inheritdoc/>
    /// <remarks>
    /// A cell that is cancelled ends within a second or so, with an error that says so; what cannot be stopped is left
    /// behind, and the error says that too. The session lives on.
    /// </remarks>
    public async Task<bool> ExecuteAsync(CellRequest cell, Action<CellOutput> onOutput, CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            CellRun run = null!;
            run = new(onOutput, Input)
            {
                FindLanguage = _languages.Find,
                Submit = (source, language) => _runner.RunAsync(source, language, new(run, cell.Name, Folder, Depth: 1)),
            };
            await using var stop = cancellationToken.UnsafeRegister(static run => ((CellRun)run!).Interrupt(), run);
            return await RunAsync(cell, run);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>Ends the languages that its cells have started, and with them the kernels; also in the middle of a cell.</summary>
    public ValueTask EndLanguagesAsync() => _languages.DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        await EndLanguagesAsync();
        _oneAtATime.Dispose();
        _assemblies.Dispose();
    }

    private async Task<bool> RunAsync(CellRequest cell, CellRun run)
    {
        Displays.SendTo(run, strays: _ownsProcess);
        try
        {
            await _runner.RunAsync(cell.Source, cell.Language, new(run, cell.Name, Folder));
            return !run.HasFailed;
        }
        catch (Exception) when (run.IsInterrupted)
        {
            // Whatever it was that the code met on its way out.
            var message = await run.SettleAsync() ? StillRunning : Interrupted;
            run.Put(new ErrorOutput("Interrupted", message, [message]));
        }
        catch (CompilationFailedException error)
        {
            run.Put(new ErrorOutput("CompileError", error.Message, error.Lines));
        }
        catch (LanguageErrorException error)
        {
            run.Put(error.Output);
        }
        catch (LanguageMissingException error)
        {
            run.Put(new ErrorOutput(LanguageMissingException.ErrorName, error.Message, [error.Message]));
        }
        catch (NotebookException error)
        {
            run.Put(new ErrorOutput("NotebookError", error.Message, [error.Message]));
        }
        catch (Exception error)
        {
            run.Fail(error);
        }
        finally
        {
            run.End();
        }

        return false;
    }
}
