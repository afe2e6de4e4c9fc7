namespace FetchLab.Notebooks;

/// <summary>What a language that the engine runs knows of its session.</summary>
/// <param name="Folder">The notebook's folder.</param>
/// <param name="Assemblies">What its cells compile against and load.</param>
/// <param name="Variables">The C# variables as they are now.</param>
internal sealed record LanguageSetting(string Folder, SessionAssemblies Assemblies, Func<IReadOnlyList<Variable>> Variables);
