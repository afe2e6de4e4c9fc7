namespace FetchLab.Notebooks;

/// <summary>What a language that the engine runs knows of its session.</summary>
/// <param name="Folder">The notebook's folder.</param>
/// <param name="Variables">The C# variables as they are now.</param>
/// <param name="Assemblies">What the C# cells have referenced.</param>
internal sealed record LanguageSetting(string Folder, Func<IReadOnlyList<Variable>> Variables, SessionAssemblies Assemblies);
