using System.Net.Http.Json;

namespace FetchLab;

public sealed partial class OriginSite
{
    private const string FileName = "FetchLab.Origin.dll";

    /// <summary>Starts an origin.</summary>
    /// <param name="originPath">The built <c>FetchLab.Origin.dll</c>; null looks beside this library.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="FetchLabException">It is not built, or gave no address in time.</exception>
    public static Task<OriginSite> StartAsync(string? originPath = null, CancellationToken cancellationToken = default) =>
        StartAsync(new OriginOptions(), originPath, cancellationToken);

    /// <summary>Starts an origin with slots, a link, a rate, or a named profile.</summary>
    /// <param name="options">What it is like.</param>
    /// <param name="originPath">The built <c>FetchLab.Origin.dll</c>; null looks beside this library.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="FetchLabException">It is not built, an option is out of range, or it gave no address in time.</exception>
    public static async Task<OriginSite> StartAsync(
        OriginOptions options, string? originPath = null, CancellationToken cancellationToken = default)
    {
        var path = originPath ?? BuiltProgram.BesideThisLibrary(FileName);
        var process = await ServerProcess.StartAsync("origin", path, options.ToArguments(), cancellationToken).ConfigureAwait(false);
        var site = new OriginSite(process);
        try
        {
            var profile = new Uri("/profile", UriKind.Relative);
            site.Profile = (await site._http.GetFromJsonAsync<OriginProfile>(profile, cancellationToken).ConfigureAwait(false))!;
            return site;
        }
        catch
        {
            await site.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>
    /// The one origin of this process with these options: started by the first call, the same in every later one. If it has
    /// ended, a new one.
    /// </summary>
    /// <param name="options">What it is like; null is a plain one.</param>
    /// <param name="originPath">The built <c>FetchLab.Origin.dll</c>; null looks beside this library.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="FetchLabException">It is not built, an option is out of range, or it gave no address in time.</exception>
    public static Task<OriginSite> SharedAsync(
        OriginOptions? options = null, string? originPath = null, CancellationToken cancellationToken = default)
    {
        options ??= new OriginOptions();
        var key = string.Join(' ', options.ToArguments().Prepend(originPath ?? ""));
        return SharedSites<OriginSite>.GetAsync(
            key, () => StartAsync(options, originPath, cancellationToken), site => site._process.HasEnded, cancellationToken);
    }

    /// <summary>The shared origin whose pages these are; null where they are not, or not all, of one.</summary>
    /// <param name="pages">Pages of <see cref="SharedAsync"/>'s origins, or others.</param>
    /// <param name="cancellationToken">Gives up looking.</param>
    public static Task<OriginSite?> SharedOfAsync(IReadOnlyList<Page> pages, CancellationToken cancellationToken = default) =>
        SharedSites<OriginSite>.FindAsync(site => pages.All(page => page.Url.Authority == site.Address.Authority), cancellationToken);
}
