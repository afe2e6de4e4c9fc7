namespace FetchLab.Notebooks;

/// <summary>A language beside C# that the engine runs itself, in this process.</summary>
/// <param name="Sentence">What its directive says of what follows.</param>
/// <param name="Start">Starts it for a session, when a cell first needs it.</param>
/// <param name="Names">What cells call it after <c>#!</c>, the usual name first.</param>
internal sealed record EngineLanguage(string Sentence, Func<LanguageSetting, ILanguage> Start, params string[] Names)
{
    public static IReadOnlyList<EngineLanguage> All { get; } =
    [
        new("what follows is F#.", setting => new FSharpLanguage(setting.Assemblies, setting.Folder), "fsharp", "f#"),
        new("what follows is SQL over the variables that hold tables; #!sql --name slow keeps the result.", setting => new SqlLanguage(setting), "sql"),
        new("what follows is a text to keep: #!value --name page, and #!share --from value page takes it.", _ => new ValueLanguage(), ValueLanguage.OwnName),
    ];

    /// <summary>What cells call it after <c>#!</c>.</summary>
    public string Name => Names[0];
}
