using Microsoft.FSharp.Control;

namespace FetchLab.Notebooks;

/// <summary>F#, run by the compiler's own interactive session in this process.</summary>
/// <param name="assemblies">What the session's C# cells have referenced: F# cells can open it, too.</param>
/// <param name="folder">The notebook's folder, where relative paths start.</param>
/// <remarks>The compiler is large. Until something asks for F#, its assembly is not even loaded.</remarks>
internal sealed class FSharpLanguage(SessionAssemblies assemblies, string folder) : ILanguage
{
    private readonly Lazy<Task<FSharpSession>> _session = new(() => Task.Run(() => new FSharpSession(assemblies, folder)));

    public string Name => "fsharp";

    /// <inheritdoc/>
    /// <remarks>It runs on a thread of the cell that <see cref="Displays.Own"/> is: whoever runs that cell interrupts it, too.</remarks>
    public async Task RunAsync(string code, LanguageCell cell)
    {
        var run = Displays.Own ?? throw new InvalidOperationException("F# runs as a part of a cell.");
        var session = await _session.Value.WaitAsync(cell.Stopping);
        // What an Async.RunSynchronously waits for goes on by itself when the wait has ended. An async without a token of its
        // own has one in common with all others, so that those of earlier cells end here, too.
        await using var stop = cell.Stopping.UnsafeRegister(static _ => FSharpAsync.CancelDefaultToken(), null);
        await run.RunAsync(() =>
        {
            session.Run(code, cell);
            return Task.CompletedTask;
        });
    }

    public async Task<Completion?> CompleteAsync(string code, int position, CancellationToken cancellationToken) =>
        FSharpCompletion.Complete(await StartAsync(cancellationToken), code, position);

    public async Task<MimeBundle?> InspectAsync(string code, int position, CancellationToken cancellationToken) =>
        FSharpInspection.Inspect(await StartAsync(cancellationToken), code, position);

    public async Task<object?> GetAsync(string name, CancellationToken cancellationToken)
    {
        // Nothing has run: there is no variable, and nothing is to be started for that answer.
        if (!_session.IsValueCreated) throw FSharpSession.Missing(name);
        return (await StartAsync(cancellationToken)).Get(name);
    }

    public async Task SetAsync(string name, object? value, CancellationToken cancellationToken) =>
        (await StartAsync(cancellationToken)).Set(name, value);

    public async ValueTask DisposeAsync()
    {
        if (!_session.IsValueCreated) return;
        // One that could not be started has nothing to dispose of.
        await ((Task)_session.Value).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_session.Value.IsCompletedSuccessfully) Stop();

        void Stop() => _session.Value.Result.Dispose();
    }

    private Task<FSharpSession> StartAsync(CancellationToken cancellationToken) => _session.Value.WaitAsync(cancellationToken);
}
