namespace FetchLab.Notebooks;

/// <summary>Runs the parts of a cell in order, each as what it is: a directive, C#, code of another language, or text for the page.</summary>
internal sealed class CellRunner(SubmissionChain chain, SessionAssemblies assemblies, SessionLanguages languages, string folder)
{
    private readonly Lock _compiling = new(); // Code that a cell submits may be compiled while the next cell is.

    public SubmissionChain Chain => chain;

    public SessionAssemblies Assemblies => assemblies;

    public SessionLanguages Languages => languages;

    public SessionPackages Packages { get; } = new(folder);

    /// <summary>The values that scripts are to find in their page.</summary>
    public PageValues PageValues { get; } = new();

    /// <summary>The notebook's folder.</summary>
    public string Folder => folder;

    /// <param name="source">The source, directives included.</param>
    /// <param name="language">The language that it begins in; null for C#.</param>
    /// <param name="scope">Where it stands.</param>
    public async Task RunAsync(string source, string? language, CellScope scope)
    {
        var find = languages.FindIn(source);
        var begin = find(language ?? Notebooks.Languages.CSharp) ?? throw new NotebookException(
            $"this cell is written in '{language}', and the engine runs {languages.All}; {SessionLanguages.Advice(language!)}");
        foreach (var part in CellSplitter.Split(source, begin, find))
        {
            scope.Run.Stopping.ThrowIfCancellationRequested();
            await (part switch
            {
                DirectivePart directive => KnownDirectives.Find(directive).RunAsync(new(directive, scope, this)),
                LanguagePart code => languages.Open(code.Language).RunAsync(code.Text, scope),
                ValuePart value => ValueCell.RunAsync(new(value.Directive, scope, this), value.Text),
                KeepPart keep => KeepAsync(new(keep.Directive, scope, this), keep.Name),
                TextPart text => ShowAsync(text),
                CodePart code => RunAsync(code.Text, scope),
                _ => Task.CompletedTask,
            });
        }

        PageValues.ShowRest();
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

    private Task ShowAsync(TextPart text)
    {
        Notebooks.Languages.Show(text, Notebooks.Languages.IsScript(text.Language) ? PageValues.TakeScript() : "");
        return Task.CompletedTask;
    }

    // Of the languages, SQL alone has nowhere else to keep it.
    private static Task KeepAsync(DirectiveCall call, string name) => call.Runner.Languages.Open(call.Part.Language).Language is SqlLanguage sql
        ? NewVariable.DeclareAsync(call, name, sql.Result
            ?? throw new NotebookException($"{call.Part.Name} --name {name}: the last statement has no result to keep; end with a SELECT."))
        : throw new NotebookException($"{call.Part.Name} --name {name}: results are kept of #!sql only; assign it there, and take it with #!share --from {call.Part.Language} {name}.");

    // A cell has one result; what an imported file ends with is shown beside it.
    private static void Show(object value, int depth)
    {
        if (depth == 0) Displays.Put(new ResultOutput(ValueFormatter.Format(value)));
        else Microsoft.DotNet.Interactive.Kernel.display(value);
    }
}
