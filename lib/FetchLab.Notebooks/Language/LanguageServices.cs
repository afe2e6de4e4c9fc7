namespace FetchLab.Notebooks;

/// <summary>Completion, hover, signatures and completeness for the code that is being typed after a session's cells.</summary>
/// <remarks>
/// Reads the session, never waits for it: what a running cell declares counts from its start, as that is when it is
/// compiled. Nothing is loaded before the first use.
/// </remarks>
internal sealed class LanguageServices(SubmissionChain chain, SessionLanguages languages, string folder)
{
    private readonly SessionWorkspace _workspace = new(chain, folder);

    /// <summary>Loads and warms what the first completion needs, so that no person waits for it.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await CompleteAsync("Console.", 8, cancellationToken);
        await CompleteAsync("Con", 3, cancellationToken);
        await InspectAsync("Math.Max(", 9, cancellationToken);
    }

    /// <summary>What could stand at a position.</summary>
    public Task<Completion> CompleteAsync(string code, int position, CancellationToken cancellationToken)
    {
        var typed = Read(code, position);
        // A thread of its own: the caller's is what takes the front end's messages.
        return Task.Run(
            async () =>
                DirectiveCompletion.Complete(typed, folder, languages.Connected.Select(language => language.Name))
                ?? await AskAsync(typed, (language, foreign) => language.CompleteAsync(foreign, typed.Position, cancellationToken))
                ?? await CodeCompletion.CompleteAsync(_workspace, typed, cancellationToken),
            cancellationToken);
    }

    /// <summary>What is known of the symbol, or of the call, at a position; null where there is none.</summary>
    public Task<MimeBundle?> InspectAsync(string code, int position, CancellationToken cancellationToken)
    {
        var typed = Read(code, position);
        return Task.Run(
            async () =>
                await AskAsync(typed, (language, foreign) => language.InspectAsync(foreign, typed.Position, cancellationToken))
                ?? await Inspection.InspectAsync(_workspace, typed, cancellationToken),
            cancellationToken);
    }

    /// <summary>Whether a cell is whole, and can be run as it is.</summary>
    public Completeness CheckComplete(string code) => CompletenessCheck.Of(Read(code, code.Length));

    private TypedCode Read(string code, int position) => new(code, position, languages.FindIn(code));

    // Null where the position is in no language that runs code beside C#, or where that has nothing to say.
    private async Task<T?> AskAsync<T>(TypedCode typed, Func<ILanguage, string, Task<T?>> ask) where T : class
    {
        if (!typed.IsForeign || languages.Find(typed.Language) is not { } name || Languages.IsOfPages(name)) return null;
        try
        {
            return await ask(languages.Open(name).Language, typed.ForeignCode);
        }
        catch (Exception error) when (error is NotebookException or LanguageErrorException or LanguageMissingException)
        {
            // A cell says what is wrong; a list of names has no place for it.
            return null;
        }
    }
}
