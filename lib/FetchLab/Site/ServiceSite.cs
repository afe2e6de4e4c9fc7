using System.Globalization;
using System.Net.Http.Json;

namespace FetchLab;

/// <summary>
/// A small web API on this machine, in a process of its own that ends with this one: <c>FetchLab.Service</c>. Its thread pool
/// begins with a thread for each core, and keeps for a while what it has grown to.
/// </summary>
public sealed class ServiceSite : IAsyncDisposable
{
    /// <summary>How many requests the service works on at a time where it has a limit, and how many may wait where it sheds load.</summary>
    public const int Limit = 4;

    private const string FileName = "FetchLab.Service.dll";

    private readonly ServerProcess _process;
    private readonly HttpClient _http;
    private readonly string _path;

    private ServiceSite(ServerProcess process, string path)
    {
        (_process, _path) = (process, path);
        _http = new HttpClient(PageClient.NewHandler()) { BaseAddress = process.Address };
    }

    /// <summary>Where it listens: an address of this machine alone.</summary>
    public Uri Address => _process.Address;

    /// <summary>The service's process id.</summary>
    public int ProcessId => _process.Id;

    /// <summary>The program that it runs, in C#.</summary>
    public string Source => File.ReadAllText(Path.ChangeExtension(_path, ".cs"));

    /// <summary>Starts a service.</summary>
    /// <param name="path">The built <c>FetchLab.Service.dll</c>; null looks beside this library.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="FetchLabException">It is not built, or gave no address in time.</exception>
    public static async Task<ServiceSite> StartAsync(string? path = null, CancellationToken cancellationToken = default)
    {
        path ??= BuiltProgram.BesideThisLibrary(FileName);
        return new ServiceSite(await ServerProcess.StartAsync("service", path, [], cancellationToken).ConfigureAwait(false), path);
    }

    /// <summary>The one service of this process: started by the first call, the same in every later one. If it has ended, a new one.</summary>
    /// <inheritdoc cref="StartAsync"/>
    public static Task<ServiceSite> SharedAsync(string? path = null, CancellationToken cancellationToken = default) =>
        SharedSites<ServiceSite>.GetAsync(
            path ?? "", () => StartAsync(path, cancellationToken), site => site._process.HasEnded, cancellationToken);

    /// <summary>Pages that it waits for with <c>await</c>, and holds no thread meanwhile.</summary>
    /// <param name="count">How many, at least 1.</param>
    /// <param name="ms">How long each takes, from 0 to 60000 ms.</param>
    /// <exception cref="FetchLabException">A value is out of range.</exception>
    public IReadOnlyList<Page> Async(int count, int ms) => Pages("async", count, ms);

    /// <summary>Pages that it waits for with <c>Task.Wait</c>, on a thread of the pool. The pool is told that it blocks.</summary>
    /// <inheritdoc cref="Async"/>
    public IReadOnlyList<Page> Blocking(int count, int ms) => Pages("blocking", count, ms);

    /// <summary>Pages that it waits for with <c>Thread.Sleep</c>, on a thread of the pool. Nobody tells the pool that it blocks.</summary>
    /// <inheritdoc cref="Async"/>
    public IReadOnlyList<Page> Sleeping(int count, int ms) => Pages("sleeping", count, ms);

    /// <summary>Pages of which <see cref="Limit"/> are worked on at a time, with <c>await</c>. All others wait for their turn.</summary>
    /// <inheritdoc cref="Async"/>
    public IReadOnlyList<Page> Queueing(int count, int ms) => Pages("queueing", count, ms);

    /// <summary>
    /// The same, but only <see cref="Limit"/> of the others may wait for their turn. The rest is turned away at once, with
    /// status 503.
    /// </summary>
    /// <inheritdoc cref="Async"/>
    public IReadOnlyList<Page> Shedding(int count, int ms) => Pages("shedding", count, ms);

    /// <summary>The service's pool as it was every 20 ms of the last ten minutes, and as it is now: the last sample.</summary>
    /// <remarks>It is an answer of the service: as long as its pool has no thread to give, it does not come.</remarks>
    /// <param name="cancellationToken">Gives up asking.</param>
    public async Task<IReadOnlyList<PoolSample>> PoolAsync(CancellationToken cancellationToken = default)
    {
        var path = new Uri("/pool", UriKind.Relative);
        return (await _http.GetFromJsonAsync<PoolSample[]>(path, cancellationToken).ConfigureAwait(false))!;
    }

    /// <summary>
    /// Fetches pages of this service, and tells what its thread pool was like meanwhile:
    /// <c>await service.WatchAsync("async", options => Lab.RunAsync(Fetch.Async(40), service.Async(80, 100), options))</c>.
    /// </summary>
    /// <param name="name">What the run is called.</param>
    /// <param name="run">Fetches the pages, with the options that it is given.</param>
    public async Task<PoolRun> WatchAsync(string name, Func<FetchOptions, Task<FetchRun>> run)
    {
        Require.Given(name, "a name", "\"async\"");
        Require.Given(run, "a run", "options => Lab.RunAsync(Fetch.Async(40), service.Async(80, 100), options)");
        var last = new LastFetch();
        var fetched = await run(new FetchOptions { Progress = last }).ConfigureAwait(false);
        var samples = await PoolAsync().ConfigureAwait(false);
        // The clocks are of two processes: what is now for the one is now for the other.
        var end = samples[^1].AtMs - last.Ago().TotalMilliseconds;
        var start = end - fetched.Makespan.TotalMilliseconds;
        // The last before its start is as it was at the start. After its end the client closes its connections, which keeps the
        // service busy, and nobody waits for that.
        var first = samples.Last(sample => sample.AtMs <= start || sample == samples[0]);
        var during = samples.Where(sample => sample.AtMs > start && sample.AtMs <= end);
        return new PoolRun(
            fetched with { Strategy = name },
            [first with { AtMs = 0 }, .. during.Select(sample => sample with { AtMs = sample.AtMs - start })]);
    }

    /// <summary>Stops the service and waits until it is gone.</summary>
    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return _process.DisposeAsync();
    }

    private IReadOnlyList<Page> Pages(string path, int count, int ms)
    {
        Require.AtLeast(1, count, "pages", "100");
        Require.Between(0, 60_000, ms, "ms", "100");
        var url = new Uri(Address, string.Create(CultureInfo.InvariantCulture, $"/{path}?ms={ms}"));
        return [.. Enumerable.Range(0, count).Select(index => new Page(index, path, url, TimeSpan.FromMilliseconds(ms)))];
    }
}
