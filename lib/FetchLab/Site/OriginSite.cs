using System.Globalization;

namespace FetchLab;

/// <summary>A local origin with two hosts' pages, in a process of its own that ends with this one.</summary>
public sealed partial class OriginSite : IAsyncDisposable
{
    private static readonly string[] Hosts = ["apple", "github"];

    private readonly ServerProcess _process;
    private readonly HttpClient _http;

    private OriginSite(ServerProcess process)
    {
        _process = process;
        // A client apart from those that are measured: asking for the counts must not change them.
        _http = new HttpClient(PageClient.NewHandler()) { BaseAddress = process.Address };
    }

    /// <summary>Where it listens: an address of this machine alone.</summary>
    public Uri Address => _process.Address;

    /// <summary>Where it listens for HTTP/2 without encryption, which a client must know beforehand; a page's path is the same.</summary>
    public Uri Http2Address => _process.Http2Address!;

    /// <summary>What it says that it is like.</summary>
    public OriginProfile Profile { get; private set; } = null!;

    /// <summary>The origin's process id.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Pages of this origin; the hosts <c>apple</c> and <c>github</c> alternate.</summary>
    /// <param name="count">How many, at least 1.</param>
    /// <param name="latencyMs">How long the origin holds each reply, from 0 to 60000 ms.</param>
    /// <param name="bytes">The length of each body, from 0 to 10000000 bytes.</param>
    /// <exception cref="FetchLabException">A value is out of range.</exception>
    public IReadOnlyList<Page> Pages(int count, double latencyMs = 50, int bytes = 2000)
    {
        Require.AtLeast(1, count, "pages", "100");
        Require.Between(0, 60_000, latencyMs, "latencyMs", "50");
        Require.Between(0, 10_000_000, bytes, "bytes", "2000");
        return [.. Enumerable.Range(0, count).Select(index => PageAt(index, latencyMs, bytes))];
    }

    /// <summary>Pages of this origin with more knobs; the hosts <c>apple</c> and <c>github</c> alternate.</summary>
    /// <param name="count">How many, at least 1.</param>
    /// <param name="spec">What they are like. <see cref="Page.Latency"/> becomes the mean latency and service together.</param>
    /// <exception cref="FetchLabException">A value is out of range.</exception>
    public IReadOnlyList<Page> Pages(int count, PageSpec spec)
    {
        Require.AtLeast(1, count, "pages", "100");
        var query = string.Join('&', spec.Knobs().Select(knob => $"{knob.Name}={knob.Value}"));
        return [.. Enumerable.Range(0, count).Select(index => PageAt(index, spec, query))];
    }

    /// <summary>Stops the origin and waits until it is gone.</summary>
    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return _process.DisposeAsync();
    }

    private Page PageAt(int index, double latencyMs, int bytes)
    {
        var host = Hosts[index % Hosts.Length];
        var path = string.Create(CultureInfo.InvariantCulture, $"/{host}/{index}?latencyMs={latencyMs}&bytes={bytes}");
        return new Page(index, host, new Uri(Address, path), TimeSpan.FromMilliseconds(latencyMs));
    }

    private Page PageAt(int index, PageSpec spec, string query)
    {
        var name = Hosts[index % Hosts.Length];
        var host = Profile.Hosts[name];
        var mean = (spec.Latency ?? host.Latency).MeanMs + (spec.SetupMs ?? host.SetupMs) + (spec.Service ?? host.Service).MeanMs;
        var path = string.Create(CultureInfo.InvariantCulture, $"/{name}/{index}{(query.Length > 0 ? "?" : "")}{query}");
        return new Page(index, name, new Uri(Address, path), TimeSpan.FromMilliseconds(mean));
    }
}
