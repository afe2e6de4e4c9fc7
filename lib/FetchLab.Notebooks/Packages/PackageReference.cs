using System.Text.RegularExpressions;

namespace FetchLab.Notebooks;

/// <summary>A package that a cell asks for.</summary>
/// <param name="Name">The package's name.</param>
/// <param name="Version">A version, a pattern such as <c>13.0.*</c>, or <c>*</c> for the latest.</param>
internal sealed partial record PackageReference(string Name, string Version)
{
    /// <returns>Null where the reference names no package.</returns>
    /// <exception cref="NotebookException">It names one in a way that cannot be read.</exception>
    public static PackageReference? Parse(string reference)
    {
        if (!reference.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase)) return null;
        var match = Written().Match(reference);
        if (!match.Success)
            throw new NotebookException($"#r \"{reference}\": a package is written as its name and a version, as in #r \"nuget: Humanizer.Core, 2.14.1\".");
        return new(match.Groups["name"].Value, match.Groups["version"].Value is { Length: > 0 } version ? version : "*");
    }

    public override string ToString() => Version == "*" ? Name : $"{Name} {Version}";

    [GeneratedRegex(@"^nuget:\s*(?<name>[\w.-]+)\s*(,\s*(?<version>[\w.*+\[\]()-]+)\s*)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Written();
}
