using System.Text.RegularExpressions;

namespace FetchLab.Notebooks;

/// <summary>A package that a cell asks for.</summary>
/// <param name="Name">The package's name.</param>
/// <param name="Version">A version, a range, a pattern such as <c>13.0.*</c>, or <c>*</c> for the latest.</param>
internal sealed partial record PackageReference(string Name, string Version)
{
    private const string Latest = "*";

    /// <returns>Null where the reference names no package.</returns>
    /// <exception cref="NotebookException">It names one in a way that cannot be read.</exception>
    public static PackageReference? Parse(string reference)
    {
        if (!reference.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase)) return null;
        var match = Written().Match(reference);
        if (!match.Success)
            throw new NotebookException($"#r \"{reference}\": a package is written as its name and a version, as in #r \"nuget: Humanizer.Core, 2.14.1\".");
        var version = match.Groups["version"].Value.Trim();
        if (version.Length > 0 && !Versions().IsMatch(version))
            throw new NotebookException($"#r \"{reference}\": '{version}' is no version; write one such as 2.14.1, 2.* or *, as in #r \"nuget: Humanizer.Core, 2.14.1\".");
        return new(match.Groups["name"].Value, version.Length > 0 ? version : Latest);
    }

    /// <summary>Whether another version may be the right one tomorrow.</summary>
    public bool Floats => Version.Contains('*', StringComparison.Ordinal);

    /// <summary>Whether a version that was found for another question answers this one.</summary>
    public bool Accepts(string found) =>
        Version == found
        || Version is Latest or "*-*"
        || (Version.EndsWith(".*", StringComparison.Ordinal) && found.StartsWith(Version[..^1], StringComparison.Ordinal));

    /// <summary>As it is written in a cell.</summary>
    public string Directive => Version == Latest ? $"#r \"nuget: {Name}\"" : $"#r \"nuget: {Name}, {Version}\"";

    public override string ToString() => Version == Latest ? Name : $"{Name} {Version}";

    [GeneratedRegex(@"^nuget:\s*(?<name>[\w.-]+)\s*(,(?<version>.*))?$", RegexOptions.IgnoreCase)]
    private static partial Regex Written();

    // 1.2.3, 1.2.3-preview.4, 1.*, 1.2.3-*, *, *-*, and ranges of versions such as [1.0,2.0).
    [GeneratedRegex(@"^(\d+(\.\d+){0,3}(-[\w.-]*\*?)?(\+[\w.-]+)?|(\d+\.){0,3}\*(-\*)?|[\[(][\d\w.,\s*-]+[\])])$")]
    private static partial Regex Versions();
}
