namespace FetchLab.Notebooks;

/// <summary>A language that has been started, as the cells of a session use it: one stretch of code at a time.</summary>
internal sealed class OpenLanguage(ILanguage language)
{
    private volatile Task _running = Task.CompletedTask;

    public ILanguage Language => language;

    /// <summary>Runs code as a part of a cell, to its end or until the interrupted cell gives it up.</summary>
    public async Task RunAsync(string code, CellScope scope)
    {
        ThrowIfBusy();
        var cell = new LanguageCell(scope.Name, output => scope.Run.Put(scope.Depth == 0 ? output : Beside(output)), scope.Run.Input, scope.Run.Stopping);
        // The pool's thread: a language may compute before its first await.
        var running = _running = Task.Run(() => language.RunAsync(code, cell));
        await scope.Run.AwaitAsync(running);
    }

    /// <inheritdoc cref="ILanguage.GetAsync"/>
    public Task<object?> GetAsync(string name, CancellationToken cancellationToken)
    {
        ThrowIfBusy();
        return Task.Run(() => language.GetAsync(name, cancellationToken), cancellationToken);
    }

    /// <inheritdoc cref="ILanguage.SetAsync"/>
    public Task SetAsync(string name, object? value, CancellationToken cancellationToken)
    {
        ThrowIfBusy();
        return Task.Run(() => language.SetAsync(name, value, cancellationToken), cancellationToken);
    }

    // A cell has one result; what an imported file ends with is shown beside it.
    private static CellOutput Beside(CellOutput output) =>
        output is ResultOutput result ? new DisplayOutput(result.Data, Guid.NewGuid().ToString("N")) : output;

    private void ThrowIfBusy()
    {
        if (!_running.IsCompleted)
            throw new NotebookException($"{language.Name} is still busy with a cell that was interrupted; restart the kernel to end it.");
    }
}
