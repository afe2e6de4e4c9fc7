using Microsoft.Data.Analysis;

namespace FetchLab.Notebooks;

internal sealed class SqlLanguage(LanguageSetting setting) : ILanguage
{
    public string Name => "sql";
    public DataFrame Result { get; private set; } = new();
    public LanguageSetting Setting => setting;
    public Task RunAsync(string code, LanguageCell cell) => throw new NotebookException("not yet");
    public Task<Completion?> CompleteAsync(string code, int position, CancellationToken cancellationToken) => Task.FromResult<Completion?>(null);
    public Task<MimeBundle?> InspectAsync(string code, int position, CancellationToken cancellationToken) => Task.FromResult<MimeBundle?>(null);
    public Task<object?> GetAsync(string name, CancellationToken cancellationToken) => throw new NotebookException("not yet");
    public Task SetAsync(string name, object? value, CancellationToken cancellationToken) => throw new NotebookException("not yet");
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
