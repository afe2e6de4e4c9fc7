using System.Net;

namespace FetchLab.Notebooks;

/// <summary>What a cell that asks for packages says.</summary>
/// <param name="packages">The packages that it asks for.</param>
/// <param name="versions">The versions that were found.</param>
/// <param name="note">What else its reader should know.</param>
internal sealed class InstalledPackages(
    IReadOnlyList<PackageReference> packages, IReadOnlyDictionary<string, string> versions, string? note = null)
{
    private IEnumerable<string> Lines => packages.Select(package => $"{package.Name}, {versions[package.Name]}");

    public string Text => string.Join('\n', ["Installed packages", .. Lines.Select(line => "  " + line), .. note is null ? (string[])[] : [note]]);

    public string Html =>
        $"<div><strong>Installed packages</strong><ul>{string.Concat(Lines.Select(line => $"<li>{WebUtility.HtmlEncode(line)}</li>"))}</ul>"
        + (note is null ? "</div>" : $"<p>{WebUtility.HtmlEncode(note)}</p></div>");
}
