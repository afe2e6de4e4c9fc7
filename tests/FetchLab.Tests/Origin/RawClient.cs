using System.Globalization;
using System.Net;

namespace FetchLab.Tests.Origin;

/// <summary>A bare <see cref="HttpClient"/> on an origin: nothing of the library's own client is in it.</summary>
internal sealed class RawClient(OriginSite site, Version? version = null) : IDisposable
{
    private readonly Version _version = version ?? HttpVersion.Version11;
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, ActivityHeadersPropagator = null })
    {
        BaseAddress = version == HttpVersion.Version20 ? site.Http2Address : site.Address,
        Timeout = TimeSpan.FromSeconds(60),
    };

    public async Task<RawReply> AskAsync(string path, string? run = null, int? record = null, int? attempt = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path)
        {
            Version = _version,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        Add("FetchLab-Run", record is null ? run : string.Create(CultureInfo.InvariantCulture, $"{run}/{record}"));
        Add("FetchLab-Attempt", attempt?.ToString(CultureInfo.InvariantCulture));
        using var reply = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return new(
            (int)reply.StatusCode,
            await reply.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken),
            reply.Headers.ToDictionary(header => header.Key, header => header.Value.Single()));

        void Add(string name, string? value)
        {
            if (value is not null)
                request.Headers.Add(name, value);
        }
    }

    /// <summary>The statuses of pages that are asked for one after the other, by their index.</summary>
    public async Task<int[]> StatusesAsync(string query, IEnumerable<int> order, int attempt = 1)
    {
        var statuses = new SortedDictionary<int, int>();
        foreach (var index in order)
            statuses[index] = (await AskAsync($"/apple/{index}?latencyMs=0&bytes=0&{query}", attempt: attempt)).Status;
        return [.. statuses.Values];
    }

    public void Dispose() => _http.Dispose();
}
