namespace FetchLab.Tests.Origin;

public sealed class LettingAttemptsFail(OriginFixture origin) : IDisposable
{
    private readonly RawClient _client = new(origin.Site);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TheLuckOfAPage_DoesNotDependOnTheOrder_NorOnTheOrigin()
    {
        await using var other = await OriginSite.StartAsync(OriginFixture.OriginPath, Cancelled);
        using var otherClient = new RawClient(other);

        var forward = await _client.StatusesAsync("fail=500:0.5", Enumerable.Range(0, 40));
        var backward = await otherClient.StatusesAsync("fail=500:0.5", Enumerable.Range(0, 40).Reverse());

        Assert.Equal(forward, backward);
        Assert.Equal("xx.xxx..xxx.x.x..xx.xx......xxx..x.xxxxx", Pattern(forward));
    }

    [Fact]
    public async Task AnotherSeed_OrAttempt_IsAnotherLuck()
    {
        var pages = Enumerable.Range(0, 40).ToArray();

        Assert.Equal("x...xxxxx....x.xxx.xxx..x.xx.xxx....xx..", Pattern(await _client.StatusesAsync("fail=500:0.5&seed=2", pages)));
        Assert.Equal("x.....x.xxxxx.xxxxx..x...x...x.x..xx.xx.", Pattern(await _client.StatusesAsync("fail=500:0.5", pages, attempt: 2)));
    }

    [Theory]
    [InlineData("500:0", 0)]
    [InlineData("500:1", 200)]
    [InlineData("500:0.1", 23)]
    [InlineData("500:0.05,500:0.05", 23)]
    [InlineData("none", 0)]
    public async Task ARate_IsKept(string fail, int failed)
    {
        var statuses = await _client.StatusesAsync($"fail={fail}", Enumerable.Range(0, 200));

        Assert.Equal(failed, statuses.Count(status => status == 500));
    }

    [Fact]
    public async Task APattern_CountsAttempts_AndThenSucceeds()
    {
        var statuses = new List<int>();
        for (var attempt = 1; attempt <= 5; attempt++)
            statuses.AddRange(await _client.StatusesAsync("fail=500,ok,500", [0], attempt));

        Assert.Equal([500, 200, 500, 200, 200], statuses);
    }

    [Fact]
    public async Task ATruncatedBody_IsTheFirstHalf()
    {
        var run = Guid.NewGuid().ToString();

        await Assert.ThrowsAsync<HttpRequestException>(() => _client.AskAsync("/apple/0?latencyMs=0&fail=truncate", run));
        await Assert.ThrowsAsync<HttpRequestException>(() => _client.AskAsync("/apple/0?latencyMs=0&fail=reset", run));

        var log = await origin.Site.LogAsync(run, Cancelled);
        Assert.Equal([(200, "truncated"), (0, "reset")], log.Select(line => (line.Status, line.Fate)));
    }

    public void Dispose() => _client.Dispose();

    /// <summary>A letter a page: what it was answered with.</summary>
    private static string Pattern(IEnumerable<int> statuses) => string.Concat(statuses.Select(status => status == 500 ? 'x' : '.'));
}
