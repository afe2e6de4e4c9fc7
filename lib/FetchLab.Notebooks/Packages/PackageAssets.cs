namespace FetchLab.Notebooks;

/// <summary>The files of a set of packages, those that they depend on included.</summary>
/// <param name="Compile">What to compile against.</param>
/// <param name="Runtime">What to load.</param>
/// <param name="Native">The native libraries for this system.</param>
/// <param name="Versions">The packages asked for, with the versions that were found.</param>
internal sealed record PackageAssets(
    IReadOnlyList<string> Compile, IReadOnlyList<string> Runtime, IReadOnlyList<string> Native, IReadOnlyDictionary<string, string> Versions)
{
    public bool AreThere => Compile.Concat(Runtime).Concat(Native).All(File.Exists);
}
