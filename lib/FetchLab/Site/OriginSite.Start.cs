using System.Net.Http.Json;

namespace FetchLab;

public sealed partial class OriginSite
{
    private const string FileName = "FetchLab.Origin.dll";

    private static readonly SemaphoreSlim Starting = new(1);
    private static OriginSite? _shared;

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
        var process = await OriginProcess.StartAsync(originPath ?? BesideThisLibrary(), options.ToArguments(), cancellationToken)
            .ConfigureAwait(false);
        var site = new OriginSite(process);
        try
        {
            var path = new Uri("/profile", UriKind.Relative);
            site.Profile = (await site._http.GetFromJsonAsync<OriginProfile>(path, cancellationToken).ConfigureAwait(false))!;
            return site;
        }
        catch
        {
            await site.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>
    /// The one origin of this process: started by the first call, the same in every later one. If it has ended, a new one.
    /// </summary>
    /// <inheritdoc cref="StartAsync(string, CancellationToken)"/>
    public static async Task<OriginSite> SharedAsync(string? originPath = null, CancellationToken cancellationToken = default)
    {
        await Starting.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_shared is null || _shared._process.HasEnded)
                _shared = await StartAsync(originPath, cancellationToken).ConfigureAwait(false);
            return _shared;
        }
        finally
        {
            Starting.Release();
        }
    }

    /// <remarks>An assembly that was loaded from memory lies nowhere; then the program's own folder is the best guess.</remarks>
    private static string BesideThisLibrary()
    {
        var library = typeof(OriginSite).Assembly.Location;
        var folder = library.Length > 0 ? Path.GetDirectoryName(library)! : AppContext.BaseDirectory;
        return Path.Combine(folder, FileName);
    }
}
