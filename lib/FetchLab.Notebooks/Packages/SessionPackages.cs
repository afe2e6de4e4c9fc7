using Microsoft.CodeAnalysis;
using Microsoft.DotNet.Interactive;

namespace FetchLab.Notebooks;

/// <summary>The packages of one session. They add up, and new ones are resolved together with those before them.</summary>
/// <param name="folder">The notebook's folder.</param>
internal sealed class SessionPackages(string folder)
{
    // What the latest version is may change; it is asked for again, but not in every session.
    private static readonly TimeSpan _latestHolds = TimeSpan.FromDays(1);

    private readonly Dictionary<string, PackageReference> _packages = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<PackageReference> _asked = [];
    private readonly List<string> _sources = [];

    /// <summary>Where answers are kept.</summary>
    public PackageCache Cache { get; set; } = PackageCache.Default;

    /// <summary>One more place to look in: an address, or a folder, relative to the notebook's.</summary>
    /// <returns>False where there is no such folder.</returns>
    public bool AddSource(string source)
    {
        var isAddress = source.Contains("://", StringComparison.Ordinal);
        var full = isAddress ? source : Path.GetFullPath(source, folder);
        if (!isAddress && !Directory.Exists(full)) return false;
        if (!_sources.Contains(full)) _sources.Add(full);
        return true;
    }

    /// <summary>Adds packages to the session.</summary>
    /// <returns>What to compile against from now on.</returns>
    /// <exception cref="NotebookException">They cannot be found, or another version of one is in use.</exception>
    public async Task<IEnumerable<MetadataReference>> AddAsync(
        IReadOnlyList<PackageReference> packages, SessionAssemblies assemblies, CancellationToken cancellationToken)
    {
        var added = new Dictionary<string, PackageReference>(StringComparer.OrdinalIgnoreCase);
        foreach (var package in packages)
            if (!_asked.Contains(package) && !IsInUse(package, _packages) && !IsInUse(package, added)) added.Add(package.Name, package);
        if (added.Count == 0) return [];

        var assets = await ResolveAsync([.. added.Values], cancellationToken);
        foreach (var package in added.Values) _packages.Add(package.Name, package with { Version = assets.Versions[package.Name] });
        // A cell may run again, also where another version was found than it names.
        _asked.UnionWith(packages);
        return assemblies.Add(assets);
    }

    private static bool IsInUse(PackageReference package, Dictionary<string, PackageReference> used)
    {
        if (!used.TryGetValue(package.Name, out var known)) return false;
        if (package.Accepts(known.Version)) return true;
        throw new NotebookException($"{package.Directive}: this session uses {known} already; restart it to use another version.");
    }

    private async Task<PackageAssets> ResolveAsync(PackageReference[] added, CancellationToken cancellationToken)
    {
        PackageReference[] all = [.. _packages.Values, .. added];
        var question = Project(all, _sources);
        var cached = Cache.Read(question);
        if (cached is not null && (!added.Any(package => package.Floats) || Cache.Age(question) < _latestHolds))
        {
            Kernel.display(new InstalledPackages(added, cached.Versions));
            return cached;
        }

        var shown = Kernel.display($"Looking for {string.Join(", ", added.AsEnumerable())} …", MimeTypes.Plain);
        try
        {
            var (assets, note) = await FindAsync(question, all, added, cancellationToken);
            Cache.Write(question, assets);
            shown.Replace(new InstalledPackages(added, assets.Versions, note));
            return assets;
        }
        catch (NotebookException) when (cached is not null)
        {
            // Without a network the latest version is the one that was the latest when there was one.
            shown.Replace(new InstalledPackages(added, cached.Versions));
            return cached;
        }
        catch (Exception)
        {
            shown.Update($"{string.Join(", ", added.AsEnumerable())}: not added.");
            throw;
        }
    }

    private async Task<(PackageAssets Assets, string? Note)> FindAsync(
        string question, PackageReference[] all, PackageReference[] added, CancellationToken cancellationToken)
    {
        var left = new List<string>();
        while (true)
        {
            var (assets, said) = await PackageResolver.ResolveAsync(question, all, cancellationToken);
            if (assets is not null) return (assets, left.Count == 0 ? null : $"{string.Join(", ", left)} cannot be reached, and was left out.");
            // Notebooks name feeds that have been closed since; mostly the package is to be had elsewhere.
            if (RestoreError.UnreachableSource(said) is not { } source || !_sources.Remove(source)) throw RestoreError.Of(said, added);
            left.Add(source);
            question = Project(all, _sources);
        }
    }

    private string Project(IEnumerable<PackageReference> packages, IEnumerable<string> sources) =>
        PackageProject.Text(packages.OrderBy(each => each.Name, StringComparer.OrdinalIgnoreCase), sources, folder);
}
