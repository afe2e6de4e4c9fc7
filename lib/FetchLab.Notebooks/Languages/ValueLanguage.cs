using System.Collections.Concurrent;

namespace FetchLab.Notebooks;

/// <summary>No language, but a place for texts: <c>#!value --name page</c> keeps what follows it, and <c>#!share --from value page</c> takes it.</summary>
internal sealed class ValueLanguage : ILanguage
{
    public const string OwnName = "value";

    private readonly ConcurrentDictionary<string, object?> _values = new(StringComparer.Ordinal);

    public string Name => OwnName;

    /// <summary>Nothing: what stands there is not run, but kept by its directive.</summary>
    /// <inheritdoc/>
    public Task RunAsync(string code, LanguageCell cell) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task<Completion?> CompleteAsync(string code, int position, CancellationToken cancellationToken) => Task.FromResult<Completion?>(null);

    /// <inheritdoc/>
    public Task<MimeBundle?> InspectAsync(string code, int position, CancellationToken cancellationToken) => Task.FromResult<MimeBundle?>(null);

    /// <inheritdoc/>
    public Task<object?> GetAsync(string name, CancellationToken cancellationToken) => _values.TryGetValue(name, out var value)
        ? Task.FromResult(value)
        : throw new NotebookException($"there is no value '{name}'; #!value --name {name} keeps the text that follows it.");

    /// <inheritdoc/>
    public Task SetAsync(string name, object? value, CancellationToken cancellationToken)
    {
        _values[name] = value;
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
