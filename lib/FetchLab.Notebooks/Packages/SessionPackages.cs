using Microsoft.CodeAnalysis;
using Microsoft.DotNet.Interactive;

namespace FetchLab.Notebooks;

/// <summary>The packages of one session. They add up, and each new one is resolved together with those before it.</summary>
/// <param name="folder">The notebook's folder.</param>
internal sealed class SessionPackages(string folder)
{
    private readonly Dictionary<string, PackageReference> _packages = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _sources = [];

    /// <summary>Where answers are kept.</summary>
    public PackageCache Cache { get; init; } = PackageCache.Default;

    /// <summary>One more place to look in: an address, or a folder, relative to the notebook's.</summary>
    public void AddSource(string source)
    {
        var full = source.Contains("://", StringComparison.Ordinal) ? source : Path.GetFullPath(source, folder);
        if (!_sources.Contains(full)) _sources.Add(full);
    }

    /// <summary>Adds a package to the session.</summary>
    /// <returns>What to compile against from now on.</returns>
    /// <exception cref="NotebookException">It cannot be found, or another version of it is in use.</exception>
    public async Task<IEnumerable<MetadataReference>> AddAsync(
        PackageReference package, SessionAssemblies assemblies, CancellationToken cancellationToken)
    {
        if (_packages.TryGetValue(package.Name, out var known))
        {
            if (package.Version == "*" || package.Version == known.Version) return [];
            throw new NotebookException($"#r \"nuget: {package.Name}, {package.Version}\": this session uses {known} already; restart it to use another version.");
        }

        PackageReference[] all = [.. _packages.Values, package];
        var assets = await ResolveAsync(package, all, cancellationToken);
        _packages.Add(package.Name, package with { Version = assets.Versions[package.Name] });
        return assemblies.Add(assets);
    }

    private async Task<PackageAssets> ResolveAsync(PackageReference package, PackageReference[] all, CancellationToken cancellationToken)
    {
        var project = PackageProject.Text(all.OrderBy(each => each.Name, StringComparer.OrdinalIgnoreCase), _sources, folder);
        if (Cache.Read(project) is { } cached)
        {
            Line(cached).DisplayAs(MimeTypes.Plain);
            return cached;
        }

        var shown = Kernel.display($"{package}: looking for it …", MimeTypes.Plain);
        try
        {
            var found = await PackageResolver.ResolveAsync(project, all, cancellationToken);
            Cache.Write(project, found);
            shown.Update(Line(found));
            return found;
        }
        catch (NotebookException)
        {
            shown.Update($"{package} was not added.");
            throw;
        }

        string Line(PackageAssets assets) => $"{package.Name} {assets.Versions[package.Name]} is added.";
    }
}
