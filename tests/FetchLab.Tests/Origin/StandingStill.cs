namespace FetchLab.Tests.Origin;

public sealed class StandingStill
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task NoReply_LeavesDuringAStall_WhichCountsFromTheRunsFirstRequest()
    {
        await using var site = await OriginSite.StartAsync(new OriginOptions { StallMs = 150 }, OriginFixture.OriginPath, Cancelled);
        using var client = new RawClient(site);

        foreach (var run in new[] { "red", "blue" })
        {
            await Task.WhenAll(Enumerable.Range(0, 5).Select(index => client.AskAsync($"/apple/{index}?latencyMs={10 * index}", run)));

            var log = await site.LogAsync(run, Cancelled);
            var first = log.Min(line => line.Arrival);
            Assert.Equal(5, log.Count);
            Assert.All(log, line => Assert.True(line.Arrival + line.Held - first >= 150, line.ToString()));
        }
    }

    [Fact]
    public async Task AService_RestsDuringAStall()
    {
        var options = new OriginOptions { Slots = 1, StallAtMs = 100, StallMs = 150 };
        await using var site = await OriginSite.StartAsync(options, OriginFixture.OriginPath, Cancelled);
        using var client = new RawClient(site);

        await client.AskAsync("/apple/0?latencyMs=0&serviceMs=200", "red");

        // It begins before the stall or, on a busy machine, in it; never does it do its work meanwhile.
        var line = Assert.Single(await site.LogAsync("red", Cancelled));
        Assert.True(line.Held >= 350, line.ToString());
    }
}
