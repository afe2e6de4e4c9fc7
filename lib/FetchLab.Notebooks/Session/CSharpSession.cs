using System.Globalization;

namespace FetchLab.Notebooks;

/// <summary>A C# session in this process: what the headless runner's child and a kernel run cells with.</summary>
/// <remarks>What its cells write to the process's console becomes their output.</remarks>
public sealed class CSharpSession : ILiveSession
{
    private const int DeepestImport = 16;

    private readonly SessionAssemblies _assemblies = new();
    private readonly SubmissionChain _chain;
    private readonly LanguageServices _language;
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private readonly bool _ownsProcess;

    /// <param name="folder">The notebook's folder: relative paths in cells start there. The current folder where none is named.</param>
    /// <param name="ownsProcess">Whether all that the process puts out belongs to this session's cells.</param>
    public CSharpSession(string? folder = null, bool ownsProcess = false)
    {
        _ownsProcess = ownsProcess;
        Folder = Path.GetFullPath(folder ?? Environment.CurrentDirectory);
        _chain = new(_assemblies);
        _language = new(_chain, Folder);
        // Before any cell: what a notebook registers for the same type must come later, and win.
        EngineFormatters.Register();
        ConsoleCapture.Start();
    }

    /// <summary>Where relative paths start.</summary>
    public string Folder { get; }

    /// <inheritdoc/>
    public InputHandler? Input { get; set; }

    /// <summary>Loads what the first completion needs. It takes a second and tens of megabytes: call it in the background.</summary>
    public Task PrepareLanguageAsync(CancellationToken cancellationToken) => _language.PrepareAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<Completion> CompleteAsync(string code, int position, CancellationToken cancellationToken) =>
        _language.CompleteAsync(code, position, cancellationToken);

    /// <inheritdoc/>
    public Task<MimeBundle?> InspectAsync(string code, int position, CancellationToken cancellationToken) =>
        _language.InspectAsync(code, position, cancellationToken);

    /// <inheritdoc/>
    public Completeness CheckComplete(string code) => LanguageServices.CheckComplete(code);

    /// <inheritdoc/>
    public async Task<bool> ExecuteAsync(CellRequest cell, Action<CellOutput> onOutput, CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            // A task of its own: the cell's execution context, and with it the way of its outputs, ends with it.
            return await Task.Run(() => RunCellAsync(cell, onOutput), cancellationToken);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public ValueTask DisposeAsync()
    {
        _oneAtATime.Dispose();
        _assemblies.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<bool> RunCellAsync(CellRequest cell, Action<CellOutput> onOutput)
    {
        var gate = new Lock();
        Displays.SendTo(
            output =>
            {
                lock (gate) onOutput(output);
            },
            strays: _ownsProcess);
        try
        {
            if (cell.Language is not (null or "csharp"))
                throw new NotebookException($"this cell is written in '{cell.Language}', and the engine runs csharp.");
            await RunAsync(cell.Source, cell.Name, Folder, depth: 0);
            return true;
        }
        catch (CompilationFailedException error)
        {
            Displays.Put(new ErrorOutput("CompileError", error.Message, error.Lines));
        }
        catch (NotebookException error)
        {
            Displays.Put(new ErrorOutput("NotebookError", error.Message, [error.Message]));
        }
        catch (Exception error)
        {
            var cause = ErrorText.Unwrap(error);
            Displays.Put(new ErrorOutput(cause.GetType().Name, cause.Message, ErrorText.Lines(error)));
        }

        return false;
    }

    private async Task RunAsync(string source, string name, string folder, int depth)
    {
        foreach (var part in CellSplitter.Split(source))
        {
            if (part is DirectivePart directive) await RunAsync(directive, folder, depth);
            else if (part is CodePart code && await _chain.RunAsync(code.Text, name, folder) is (true, { } value)) Show(value, depth);
        }
    }

    private Task RunAsync(DirectivePart directive, string folder, int depth) => directive.Name switch
    {
        "#r" => ReferenceAsync(directive.Argument, folder),
        "#!import" => ImportAsync(directive.Argument, folder, depth),
        "#!csharp" or "#!c#" => Task.CompletedTask,
        _ => throw new NotebookException(string.Create(
            CultureInfo.InvariantCulture,
            $"line {directive.Line}: unknown directive '{directive.Name}'; the engine knows #r, #load, #!import and #!csharp.")),
    };

    private Task ReferenceAsync(string reference, string folder)
    {
        if (reference.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase))
            throw new NotebookException($"#r \"{reference}\": packages cannot be added to a session yet; reference a DLL, as in #r \"bin/My.dll\".");
        _chain.Add(_assemblies.Reference(reference, folder, Folder) ?? throw new NotebookException(
            $"#r \"{reference}\": there is no such file in {folder}; if a build makes it, run 'dotnet build' first."));
        return Task.CompletedTask;
    }

    // What an imported file declares, its usings too, holds for the cells that follow: it runs as cells of this session.
    private async Task ImportAsync(string path, string folder, int depth)
    {
        if (depth == DeepestImport)
            throw new NotebookException($"#!import {path}: files import each other {DeepestImport} deep; take one #!import out.");
        var file = new[] { folder, Folder }.Select(start => Path.GetFullPath(path, start)).FirstOrDefault(File.Exists)
            ?? throw new NotebookException($"#!import {path}: there is no such file in {folder}; try #!import lab.csx.");
        var sources = Path.GetExtension(file).ToUpperInvariant() switch
        {
            ".CS" or ".CSX" => [await File.ReadAllTextAsync(file)],
            ".IPYNB" => NotebookFile.Read(file).CodeCells.Where(cell => cell.Language is null or "csharp").Select(cell => cell.Source),
            var other => throw new NotebookException($"#!import {path}: '{other}' files cannot be imported; .cs, .csx and .ipynb can."),
        };
        foreach (var source in sources) await RunAsync(source, Path.GetFileName(file), Path.GetDirectoryName(file)!, depth + 1);
    }

    // A cell has one result; what an imported file ends with is shown beside it.
    private static void Show(object value, int depth)
    {
        if (depth == 0) Displays.Put(new ResultOutput(ValueFormatter.Format(value)));
        else Microsoft.DotNet.Interactive.Kernel.display(value);
    }
}
