using System.Text.RegularExpressions;

namespace FetchLab.Notebooks;

/// <summary>A failed restore in one sentence.</summary>
internal static partial class RestoreError
{
    /// <param name="said">What the restore has printed.</param>
    /// <param name="packages">The packages that were asked for anew.</param>
    public static NotebookException Of(string said, IReadOnlyList<PackageReference> packages)
    {
        if (Unknown().Match(said) is { Success: true } unknown)
            return Error(unknown, $"{unknown.Groups["sources"].Value.Trim()} has no package of this name; is it spelled as in #r \"nuget: Humanizer.Core, 2.14.1\"?");
        if (NoVersion().Match(said) is { Success: true } version)
            return Error(version, $"there is no such version; the nearest is {version.Groups["nearest"].Value}.");
        if (UnreachableSource(said) is { } source)
            return new($"{Names()}: {source} cannot be reached; only packages that have been used before can be added without it.");
        return new(First().Match(said) is { Success: true } first
            ? $"{Names()}: {first.Groups[1].Value.Trim()}"
            : $"{Names()}: the restore failed, and does not say why.");

        // Of a package that is only depended on, its name is news.
        NotebookException Error(Match match, string sentence) =>
            packages.FirstOrDefault(package => string.Equals(package.Name, match.Groups["name"].Value, StringComparison.OrdinalIgnoreCase)) is { } asked
                ? new($"{asked.Directive}: {sentence}")
                : new($"{Names()}: it needs {match.Groups["name"].Value}, and {sentence}");

        string Names() => string.Join(", ", packages.Select(package => package.Directive));
    }

    /// <summary>The source that could not be asked; null where the restore failed for another reason.</summary>
    public static string? UnreachableSource(string said) =>
        Unreachable().Match(said) is { Success: true } match ? match.Groups["source"].Value : null;

    [GeneratedRegex(@"NU1101: Unable to find package (?<name>\S+?)\. No packages exist with this id in source\(s\): (?<sources>[^\r\n\[]+)")]
    private static partial Regex Unknown();

    [GeneratedRegex(@"NU110[23]: Unable to find (a stable )?package (?<name>\S+) with version[^\[]*\[ Nearest version: (?<nearest>\S+) \]", RegexOptions.Singleline)]
    private static partial Regex NoVersion();

    [GeneratedRegex(@"NU1301: (Unable to load the service index for source (?<source>\S+?)\.?\s|The local source '(?<source>[^']+)'|Failed to retrieve information about '[^']*' from remote source '(?<source>[^']+)')")]
    private static partial Regex Unreachable();

    // Without the places and the codes around it.
    [GeneratedRegex(@"error\s+\w+\s*:\s*(.+?)(\s*\[[^\[\]]*\])?\s*$", RegexOptions.Multiline)]
    private static partial Regex First();
}
