using System.Net;

namespace FetchLab.Tests.Origin;

public sealed class SpeakingHttp2(OriginFixture origin)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OneConnection_CarriesManyRequestsAtOnce()
    {
        var run = Guid.NewGuid().ToString();
        using var client = new RawClient(origin.Site, HttpVersion.Version20);
        await client.AskAsync("/apple/0?latencyMs=0");

        var replies = await Task.WhenAll(Enumerable.Range(0, 50).Select(index => client.AskAsync($"/apple/{index}?latencyMs=0&gate=50", run)));

        Assert.All(replies, reply => Assert.Equal((200, 2000), (reply.Status, reply.Body.Length)));
        Assert.Equal(new OriginCounts(50, Connections: 1, PeakInFlight: 50), await origin.Site.CountsAsync(run, Cancelled));
    }

    [Fact]
    public async Task ThePages_AreTheSame()
    {
        using var first = new RawClient(origin.Site);
        using var second = new RawClient(origin.Site, HttpVersion.Version20);

        Assert.Equal((await first.AskAsync("/github/7?latencyMs=0")).Body, (await second.AskAsync("/github/7?latencyMs=0")).Body);
    }
}
