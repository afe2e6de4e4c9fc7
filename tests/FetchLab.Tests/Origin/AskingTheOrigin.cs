using System.Globalization;
using System.Net;
using System.Text.Json;

namespace FetchLab.Tests.Origin;

/// <summary>The origin as any HTTP client sees it: nothing of the library's own client is used here.</summary>
public sealed class AskingTheOrigin(OriginFixture origin) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = origin.Site.Address };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task APage_HasTheLengthAskedFor_AndIsTheSameEachTime()
    {
        foreach (var bytes in new[] { 0, 1, 50, 95, 100, 2000, 200_000 })
        {
            var first = await _http.GetByteArrayAsync($"/apple/3?latencyMs=0&bytes={bytes}", Cancelled);
            var second = await _http.GetByteArrayAsync($"/apple/3?latencyMs=0&bytes={bytes}", Cancelled);

            Assert.Equal(bytes, first.Length);
            Assert.Equal(first, second);
        }
    }

    [Fact]
    public async Task APage_IsReadableHtml_ThatNamesItself()
    {
        using var reply = await _http.GetAsync("/github/7?latencyMs=0&bytes=500", Cancelled);
        var text = await reply.Content.ReadAsStringAsync(Cancelled);

        Assert.Equal("text/html; charset=utf-8", reply.Content.Headers.ContentType!.ToString());
        Assert.StartsWith("<!doctype html>", text, StringComparison.Ordinal);
        Assert.Contains("<title>github, page 7</title>", text, StringComparison.Ordinal);
        Assert.EndsWith("</p>\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AReply_IsNeverEarly()
    {
        for (var i = 0; i < 20; i++)
        {
            using var reply = await _http.GetAsync("/apple/0?latencyMs=12.5&bytes=10", Cancelled);

            var held = double.Parse(Assert.Single(reply.Headers.GetValues("FetchLab-Held-Ms")), CultureInfo.InvariantCulture);
            Assert.True(held >= 12.5, $"held {held} ms");
        }
    }

    [Fact]
    public async Task TheConnection_IsNamedInTheReply()
    {
        using var first = await _http.GetAsync("/apple/0?latencyMs=0", Cancelled);
        using var second = await _http.GetAsync("/apple/1?latencyMs=0", Cancelled);

        Assert.Equal(first.Headers.GetValues("FetchLab-Connection"), second.Headers.GetValues("FetchLab-Connection"));
    }

    [Theory]
    [InlineData("/pear/0", 404, "the hosts here are apple and github, but the path was /pear/0; try /apple/0.")]
    [InlineData("/", 404, "a page is /host/index, but the path was /; try /apple/0.")]
    [InlineData("/apple", 404, "a page is /host/index, but the path was /apple; try /apple/0.")]
    [InlineData("/apple/-1", 400, "index must be a whole number from 0, but was '-1'; try /apple/0.")]
    [InlineData("/github/x", 400, "index must be a whole number from 0, but was 'x'; try /github/0.")]
    [InlineData("/apple/0?latencyMs=-5", 400, "latencyMs must be from 0 to 60000, but was '-5'; try 50.")]
    [InlineData("/apple/0?latencyMs=60001", 400, "latencyMs must be from 0 to 60000, but was '60001'; try 50.")]
    [InlineData("/apple/0?latencyMs=NaN", 400, "latencyMs must be from 0 to 60000, but was 'NaN'; try 50.")]
    [InlineData("/apple/0?latencyMs=", 400, "latencyMs must be from 0 to 60000, but was ''; try 50.")]
    [InlineData("/apple/0?bytes=1.5", 400, "bytes must be a whole number from 0 to 10000000, but was '1.5'; try 2000.")]
    [InlineData("/apple/0?bytes=10000001", 400, "bytes must be a whole number from 0 to 10000000, but was '10000001'; try 2000.")]
    public async Task BadInput_IsAnsweredWithOneSentence(string path, int status, string sentence)
    {
        using var reply = await _http.GetAsync(path, Cancelled);

        Assert.Equal(status, (int)reply.StatusCode);
        Assert.Equal(sentence + "\n", await reply.Content.ReadAsStringAsync(Cancelled));
    }

    [Fact]
    public async Task AnotherMethod_IsAnsweredWithOneSentence()
    {
        using var reply = await _http.PostAsync("/apple/0", content: null, Cancelled);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, reply.StatusCode);
        Assert.Equal(
            "a page is fetched with GET, but the method was POST; try GET.\n", await reply.Content.ReadAsStringAsync(Cancelled));
    }

    [Fact]
    public async Task Stats_CountARunApart_AndAllTogether()
    {
        await using var site = await OriginSite.StartAsync(OriginFixture.OriginPath, Cancelled);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = site.Address };
        await AskAsync(http, "/apple/0?latencyMs=0", run: "red", Cancelled);
        await AskAsync(http, "/apple/1?latencyMs=0", run: "red", Cancelled);
        await AskAsync(http, "/apple/0?latencyMs=0", run: "blue", Cancelled);
        await AskAsync(http, "/apple/0?latencyMs=0", run: null, Cancelled);

        Assert.Equal((2, 1, 1), await StatsAsync(http, "/stats?run=red"));
        Assert.Equal((1, 1, 1), await StatsAsync(http, "/stats?run=blue"));
        Assert.Equal((4, 1, 1), await StatsAsync(http, "/stats"));
        Assert.Equal((0, 0, 0), await StatsAsync(http, "/stats?run=nobody"));
    }

    /// <remarks>
    /// On one kept connection the server would answer in turn anyhow. On new ones, a request counted down after its last
    /// byte could meet the next one.
    /// </remarks>
    [Fact]
    public async Task OneRequestAtATime_IsOneInFlight_OnNewConnectionsToo()
    {
        var run = Guid.NewGuid().ToString();

        for (var i = 0; i < 100; i++)
        {
            using var fresh = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = _http.BaseAddress };
            await AskAsync(fresh, "/apple/0?latencyMs=0", run, Cancelled);
        }

        Assert.Equal((100, 100, 1), await StatsAsync(_http, $"/stats?run={run}"));
    }

    [Fact]
    public async Task ARequestGivenUp_IsNoLongerInFlight()
    {
        var peak = 0;
        // The origin hears of it a moment later, so each try waits longer between the request given up and the next of its run.
        for (var wait = 10; peak != 1 && wait < 5000; wait *= 2)
        {
            var run = Guid.NewGuid().ToString();
            using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(
                () => AskAsync(_http, "/apple/0?latencyMs=60000", run, patience.Token));
            await Task.Delay(wait, Cancelled);
            await AskAsync(_http, "/apple/0?latencyMs=0", run, Cancelled);
            (_, _, peak) = await StatsAsync(_http, $"/stats?run={run}");
        }

        Assert.Equal(1, peak);
    }

    public void Dispose() => _http.Dispose();

    private static async Task AskAsync(HttpClient http, string path, string? run, CancellationToken token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (run is not null)
            request.Headers.Add("FetchLab-Run", run);
        using var reply = await http.SendAsync(request, token);
        reply.EnsureSuccessStatusCode();
    }

    private static async Task<(int Requests, int Connections, int PeakInFlight)> StatsAsync(HttpClient http, string path)
    {
        using var stats = JsonDocument.Parse(await http.GetStringAsync(path, Cancelled));
        int Count(string name) => stats.RootElement.GetProperty(name).GetInt32();
        return (Count("requests"), Count("connections"), Count("peakInFlight"));
    }
}
