namespace FetchLab.Notebooks;

/// <summary>Runs the parts of a cell in order, each as what it is: a directive, C#, or text for the page.</summary>
internal sealed class CellRunner(SubmissionChain chain, SessionAssemblies assemblies, string folder)
{
    private readonly Lock _compiling = new(); // Code that a cell submits may be compiled while the next cell is.

    public SubmissionChain Chain => chain;

    public SessionAssemblies Assemblies => assemblies;

    public SessionPackages Packages { get; } = new(folder);

    /// <summary>The notebook's folder.</summary>
    public string Folder => folder;

    /// <param name="source">The source, directives included.</param>
    /// <param name="language">The language that it begins in; null for C#.</param>
    /// <param name="scope">Where it stands.</param>
    public async Task RunAsync(string source, string? language, CellScope scope)
    {
        foreach (var part in CellSplitter.Split(source, Languages.Of(language)))
        {
            scope.Run.Stopping.ThrowIfCancellationRequested();
            await (part switch
            {
                DirectivePart directive => KnownDirectives.Find(directive).RunAsync(new(directive, scope, this)),
                TextPart text => ShowAsync(text),
                CodePart code => RunAsync(code.Text, scope),
                _ => Task.CompletedTask,
            });
        }
    }

    private async Task RunAsync(string code, CellScope scope)
    {
        Submission? submission;
        lock (_compiling) submission = chain.Compile(code, scope.Name, scope.Folder, scope.Run.Stopping);
        if (submission is null) return;
        // The value is shown on the cell's thread, too: its items may be made without end, and its ToString may wait.
        await scope.Run.RunAsync(async () =>
        {
            if (await submission.RunAsync() is { } value && (value is not Task || submission.HasValue())) Show(value, scope.Depth);
        });
    }

    private static Task ShowAsync(TextPart text)
    {
        Languages.Show(text);
        return Task.CompletedTask;
    }

    // A cell has one result; what an imported file ends with is shown beside it.
    private static void Show(object value, int depth)
    {
        if (depth == 0) Displays.Put(new ResultOutput(ValueFormatter.Format(value)));
        else Microsoft.DotNet.Interactive.Kernel.display(value);
    }
}
