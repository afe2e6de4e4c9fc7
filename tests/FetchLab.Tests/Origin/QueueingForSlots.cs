namespace FetchLab.Tests.Origin;

/// <summary>The queue before the slots: services follow each other on absolute times, whatever the waits really took.</summary>
public sealed class QueueingForSlots
{
    private const double ServiceMs = 20;

    // The log's moments are nanoseconds, told in milliseconds.
    private const double Tolerance = 1e-4;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task WhoHadToWait_BeginsExactlyWhenASlotIsFree(int slots)
    {
        await using var site = await OriginSite.StartAsync(new OriginOptions { Slots = slots }, OriginFixture.OriginPath, Cancelled);

        var starts = await StartsAsync(site, index => index % 2 == 0 ? "apple" : "github");

        for (var place = slots; place < starts.Length; place++)
        {
            var free = starts[place - slots].Start + ServiceMs;
            if (starts[place].Queue > 0)
                Assert.Equal(free, starts[place].Start, Tolerance);
            else
                Assert.True(starts[place].Start >= free - Tolerance, $"{starts[place].Start} is before {free}");
        }

        Assert.Contains(starts, one => one.Queue > 0);
    }

    [Fact]
    public async Task HostsWithSlotsOfTheirOwn_DoNotWaitForEachOther()
    {
        var options = new OriginOptions { HostSlots = new Dictionary<string, int> { ["apple"] = 1, ["github"] = 1 } };
        await using var site = await OriginSite.StartAsync(options, OriginFixture.OriginPath, Cancelled);

        var starts = await StartsAsync(site, index => index < 6 ? "apple" : "github");

        foreach (var host in starts.GroupBy(one => one.Host))
        {
            var mine = host.ToArray();
            for (var place = 1; place < mine.Length; place++)
            {
                if (mine[place].Queue > 0)
                    Assert.Equal(mine[place - 1].Start + ServiceMs, mine[place].Start, Tolerance);
            }
        }

        // Five others can be in front at a host; in one queue of all it would be eleven.
        Assert.Equal([6, 6], starts.GroupBy(one => one.Host).Select(host => host.Count()));
        Assert.InRange(starts.Max(one => one.Queue), 0, (5 * ServiceMs) + Tolerance);
    }

    [Fact]
    public async Task WithoutSlots_NobodyWaits()
    {
        await using var site = await OriginSite.StartAsync(OriginFixture.OriginPath, Cancelled);

        var starts = await StartsAsync(site, _ => "apple");

        Assert.All(starts, one => Assert.Equal(0, one.Queue));
    }

    /// <summary>Twelve requests that are in at once, by the moment at which their service began.</summary>
    private static async Task<(string? Host, double Queue, double Start)[]> StartsAsync(OriginSite site, Func<int, string> host)
    {
        const int Count = 12;
        var run = Guid.NewGuid().ToString();
        using var client = new RawClient(site);
        await Task.WhenAll(Enumerable.Range(0, Count).Select(index =>
            client.AskAsync($"/{host(index)}/{index}?latencyMs=0&serviceMs={ServiceMs}&gate={Count}", run)));

        var log = await site.LogAsync(run, Cancelled);
        Assert.Equal(Count, log.Count);
        Assert.All(log, line => Assert.True(line.Service >= ServiceMs, line.ToString()));
        return [.. log.Select(line => (line.Host, line.Queue, Start: line.Arrival + line.Held - line.Service)).OrderBy(one => one.Start)];
    }
}
