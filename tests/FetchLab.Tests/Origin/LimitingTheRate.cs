using System.Globalization;

namespace FetchLab.Tests.Origin;

public sealed class LimitingTheRate
{
    // A token in a million seconds: none comes back while this runs.
    private static readonly OriginOptions Slow = new() { Rate = 1e-6, Burst = 3 };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ABurst_IsAnswered_AndTheRestAreToldWhenToComeBack()
    {
        await using var site = await OriginSite.StartAsync(Slow, OriginFixture.OriginPath, Cancelled);
        using var client = new RawClient(site);

        var replies = new List<RawReply>();
        for (var index = 0; index < 5; index++)
            replies.Add(await client.AskAsync($"/apple/{index}?latencyMs=0", "red"));

        Assert.Equal([200, 200, 200, 429, 429], replies.Select(reply => reply.Status));
        Assert.All(replies.Take(3), reply => Assert.DoesNotContain("Retry-After", reply.Headers.Keys));
        Assert.All(replies.Skip(3), reply =>
        {
            var seconds = double.Parse(reply.Headers["Retry-After"], CultureInfo.InvariantCulture);
            var milliseconds = double.Parse(reply.Headers["FetchLab-Retry-After-Ms"], CultureInfo.InvariantCulture);
            Assert.Equal(Math.Ceiling(milliseconds / 1000), seconds);
            Assert.InRange(seconds, 1, 1e6);
        });
        Assert.Equal([200, 200, 200, 429, 429], (await site.LogAsync("red", Cancelled)).Select(line => line.Status));
    }

    [Fact]
    public async Task ARun_HasARateOfItsOwn()
    {
        await using var site = await OriginSite.StartAsync(Slow, OriginFixture.OriginPath, Cancelled);
        using var client = new RawClient(site);
        for (var index = 0; index < 5; index++)
            await client.AskAsync($"/apple/{index}?latencyMs=0", "red");

        Assert.Equal(200, (await client.AskAsync("/apple/0?latencyMs=0", "blue")).Status);
    }
}
