namespace FetchLab.Tests.Strategies;

public sealed class FetchingInARandomOpenLoop(OriginFixture origin) : FetchStrategyContract(origin)
{
    protected override FetchStrategy Strategy => Fetch.OpenLoop(1000, seed: 7);

    protected override int ExpectedWorkers => PageCount;

    [Fact]
    public async Task EveryRequest_HasItsInstant_AndStartsNoEarlier()
    {
        var run = await RunAsync(Site.Pages(PageCount, latencyMs: 0));

        Assert.All(run.Records, record => Assert.True(record.Started >= record.Intended));
        Assert.Equal(run.Records.Select(record => record.Intended).Order(), run.Records.Select(record => record.Intended));
    }

    [Fact]
    public async Task TheSameSeed_IntendsTheSameInstants_AndAnotherSeedOthers()
    {
        var site = new VirtualSite();
        var pages = site.Pages(PageCount, latencyMs: 0);

        var real = await RunAsync(Site.Pages(PageCount, latencyMs: 0));
        var same = await site.RunAsync(Strategy, pages, cancellationToken: Cancelled);
        var other = await site.RunAsync(Fetch.OpenLoop(1000, seed: 8), pages, cancellationToken: Cancelled);

        Assert.Equal(Intended(real), Intended(same));
        Assert.Equal((TimeSpan.Zero, TimeSpan.Zero), (Intended(same)[0], Intended(other)[0]));
        Assert.All(Intended(same).Zip(Intended(other)).Skip(1), pair => Assert.NotEqual(pair.First, pair.Second));
    }

    /// <remarks>Of exponential gaps the standard deviation is the mean, and a share of e⁻¹ is longer than it.</remarks>
    [Fact]
    public async Task TheGaps_AreExponential_WithTheRatesMean()
    {
        const int count = 20_000;
        var site = new VirtualSite();

        var run = await site.RunAsync(Fetch.OpenLoop(100, seed: 1), site.Pages(count, latencyMs: 0), cancellationToken: Cancelled);

        var gaps = Intended(run).Zip(Intended(run).Skip(1), (one, next) => (next - one).TotalMilliseconds).ToArray();
        Assert.Equal(10, gaps.Average(), tolerance: 0.2);
        Assert.Equal(10, Math.Sqrt(gaps.Average(gap => Math.Pow(gap - gaps.Average(), 2))), tolerance: 0.4);
        Assert.Equal(Math.Exp(-1), gaps.Count(gap => gap > 10) / (double)gaps.Length, tolerance: 0.01);
    }

    [Fact]
    public void TheName_SaysSo() => Assert.Equal("open loop, 1000/s at random, seed 7", Strategy.Name);

    private static TimeSpan[] Intended(FetchRun run) => [.. run.Records.Select(record => record.Intended!.Value)];
}
