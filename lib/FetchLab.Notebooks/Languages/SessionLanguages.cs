namespace FetchLab.Notebooks;

/// <summary>
/// The languages of one session: C#, those that the page reads, those that the engine runs, and those that its cells have
/// connected. Each is started when a cell first needs it, and ends with the session.
/// </summary>
internal sealed class SessionLanguages(LanguageSetting setting, ILanguageConnector? connector) : IAsyncDisposable
{
    private readonly Lock _gate = new(); // Completion asks while a cell runs.
    private readonly Dictionary<string, OpenLanguage> _open = new(StringComparer.OrdinalIgnoreCase);
    private readonly OrderedDictionary<string, string> _connected = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The names, each once, for a sentence.</summary>
    public string All => string.Join(", ", [Languages.All, .. Connected.Select(language => language.Name)]);

    /// <summary>Those that cells have connected, with their kernelspecs.</summary>
    public IReadOnlyList<(string Name, string Spec)> Connected
    {
        get
        {
            lock (_gate) return [.. _connected.Select(entry => (entry.Key, entry.Value))];
        }
    }

    /// <summary>A language's own name by any of its names; null where the session does not have it.</summary>
    public string? Find(string name)
    {
        if (Languages.Find(name) is { } known) return known;
        lock (_gate) return _connected.IndexOf(name) is >= 0 and var place ? _connected.GetAt(place).Key : null;
    }

    /// <summary>As <see cref="Find"/>, for the parts of one source: what a line of it connects is a language of its later lines.</summary>
    public Func<string, string?> FindIn(string source)
    {
        var connects = ConnectDirective.NamesIn(source);
        return connects.Count == 0 ? Find : name => Find(name) ?? (connects.TryGetValue(name, out var its) ? its : null);
    }

    /// <summary>How to come by a language that the session does not have.</summary>
    public static string Advice(string name) => name.ToUpperInvariant() switch
    {
        "PYTHON" => Advice(name, "python3"),
        "R" => Advice(name, "ir"),
        _ => Advice(name, name),
    };

    /// <summary>A language that runs code.</summary>
    /// <param name="name">Its own name.</param>
    public OpenLanguage Open(string name)
    {
        lock (_gate)
        {
            if (_open.TryGetValue(name, out var open)) return open;
            var language = EngineLanguage.All.FirstOrDefault(language => language.Name == name)
                ?? throw new NotebookException($"'{name}' is not connected; {Advice(name)}");
            return _open[name] = new(language.Start(setting));
        }
    }

    /// <summary>Starts a kernel as a language of this session. One of the same name ends: to connect again is to start afresh.</summary>
    /// <exception cref="LanguageMissingException">It is not there.</exception>
    public async Task ConnectAsync(string name, string spec, CancellationToken cancellationToken)
    {
        if (connector is null) throw new LanguageMissingException(name, $"{name}: nothing here connects to kernels; run the notebook with fetchlab.");
        var language = await connector.ConnectAsync(name, spec, setting.Folder, cancellationToken);
        OpenLanguage? before;
        lock (_gate)
        {
            _open.Remove(name, out before);
            (_open[name], _connected[name]) = (new(language), spec);
        }

        if (before is not null) await before.Language.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        List<OpenLanguage> open;
        lock (_gate)
        {
            open = [.. _open.Values];
            _open.Clear();
            _connected.Clear();
        }

        foreach (var language in open) await language.Language.DisposeAsync();
    }

    private static string Advice(string name, string spec) => $"connect it first: #!connect jupyter --kernel-name {name} --kernel-spec {spec}.";
}
