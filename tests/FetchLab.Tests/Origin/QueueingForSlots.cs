namespace FetchLab.Tests.Origin;

/// <summary>The queue before the slots: services follow each other on absolute times, whatever the waits really took.</summary>
public sealed class QueueingForSlots
{
    private const double ServiceMs = 8;

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

        // All were in before the first began: with a gate of their number nobody else can be in front.
        Assert.True(starts.Count(one => one.Queue > 0) >= starts.Length - slots - 1, string.Join(' ', starts));
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

        // One queue of all would have had its last begin eleven services after the first.
        var last = starts.Max(one => one.Start - one.Ready);
        Assert.Equal([6, 6], starts.GroupBy(one => one.Host).Select(host => host.Count()));
        Assert.True(last < 11 * ServiceMs, $"{last} ms in the queue");
    }

    [Fact]
    public async Task WithoutSlots_NobodyWaits()
    {
        await using var site = await OriginSite.StartAsync(OriginFixture.OriginPath, Cancelled);

        var starts = await StartsAsync(site, _ => "apple");

        Assert.All(starts, one => Assert.Equal(0, one.Queue));
    }

    /// <summary>Twelve requests that are in at once, by the moment at which their service began.</summary>
    private static async Task<(string? Host, double Ready, double Queue, double Start)[]> StartsAsync(OriginSite site, Func<int, string> host)
    {
        const int Count = 12;
        var run = Guid.NewGuid().ToString();
        using var client = new RawClient(site);
        await Task.WhenAll(Enumerable.Range(0, Count).Select(index =>
            client.AskAsync($"/{host(index)}/{index}?latencyMs=0&serviceMs={ServiceMs}&gate={Count}", run)));

        var log = await site.LogAsync(run, Cancelled);
        Assert.Equal(Count, log.Count);
        Assert.All(log, line => Assert.True(line.Service >= ServiceMs, line.ToString()));
        return [.. log.Select(line => (line.Host, Start: line.Arrival + line.Held - line.Service, line.Queue))
            .Select(one => (one.Host, one.Start - one.Queue, one.Queue, one.Start))
            .OrderBy(one => one.Start)];
    }
}
