namespace FetchLab.Tests.Origin;

public sealed class OpeningTheGate(OriginFixture origin)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task UnderTheGate_ThePeakInFlight_IsExact()
    {
        var run = Guid.NewGuid().ToString();
        using var client = new RawClient(origin.Site);

        var replies = await Task.WhenAll(Enumerable.Range(0, 25).Select(index => client.AskAsync($"/apple/{index}?latencyMs=0&gate=25", run)));

        Assert.All(replies, reply => Assert.Equal(200, reply.Status));
        Assert.Equal(25, (await origin.Site.CountsAsync(run, Cancelled)).PeakInFlight);
    }

    [Fact]
    public async Task AGateThatNeverFills_OpensAtLast_AndForGood()
    {
        var run = Guid.NewGuid().ToString();
        using var client = new RawClient(origin.Site);

        for (var index = 0; index < 50; index++)
            Assert.Equal(200, (await client.AskAsync($"/apple/{index}?latencyMs=0&gate=2", run)).Status);

        Assert.Equal(new OriginCounts(50, 1, 1), await origin.Site.CountsAsync(run, Cancelled));
        // The first one waited for a second in vain, and the others did not wait.
        var log = await origin.Site.LogAsync(run, Cancelled);
        Assert.True(log[0].Held >= 2000, $"held {log[0].Held} ms");
        Assert.Contains(log.Skip(1), line => line.Held < 2000);
    }

    [Fact]
    public async Task AGateWithoutARun_IsRefused()
    {
        using var client = new RawClient(origin.Site);

        var reply = await client.AskAsync("/apple/0?gate=2");

        Assert.Equal((400, "a gate is a run's, but there was no header FetchLab-Run; try FetchLab-Run: 1.\n"), (reply.Status, reply.Text));
    }
}
