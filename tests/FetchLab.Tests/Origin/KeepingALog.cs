using System.Globalization;

namespace FetchLab.Tests.Origin;

public sealed class KeepingALog(OriginFixture origin)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ALine_JoinsWithItsReply_ByItsIds()
    {
        var run = Guid.NewGuid().ToString();
        using var client = new RawClient(origin.Site);

        var replies = await Task.WhenAll(Enumerable.Range(0, 40).Select(record =>
            client.AskAsync($"/apple/{record % 7}?latencyMs=uniform(0,5)&serviceMs=1", run, record, attempt: 1 + (record / 7))));

        var log = (await origin.Site.LogAsync(run, Cancelled)).ToDictionary(line => line.Record!.Value);
        Assert.Equal(Enumerable.Range(0, 40), log.Keys.Order());
        for (var record = 0; record < 40; record++)
        {
            var (line, headers) = (log[record], replies[record].Headers);
            Assert.Equal((run, 1 + (record / 7), "apple", record % 7, 200), (line.Run, line.Attempt, line.Host, line.Index!.Value, line.Status));
            Assert.Equal(headers["FetchLab-Connection"], line.Connection);
            Assert.Equal(headers["FetchLab-Held-Ms"], Text(line.Held));
            Assert.Equal(headers["FetchLab-Queue-Ms"], Text(line.Queue));
            Assert.Equal(headers["FetchLab-Service-Ms"], Text(line.Service));
        }
    }

    [Fact]
    public async Task TheLibrarysRecords_JoinTheLog()
    {
        var run = await origin.Site.RunAsync(Fetch.Threads(4), origin.Site.Pages(20, latencyMs: 1), cancellationToken: Cancelled);

        var log = await origin.Site.LogAsync(run.RunId, Cancelled);

        Assert.Equal(
            run.Records.Select(record => (record.Index, record.Status!.Value, record.Url.AbsolutePath, Text(record.Held!.Value.TotalMilliseconds))),
            log.OrderBy(line => line.Record).Select(line => (line.Record!.Value, line.Status, $"/{line.Host}/{line.Index}", Text(line.Held))));
    }

    [Fact]
    public async Task ARequestThatIsRefused_IsNotedToo()
    {
        var run = Guid.NewGuid().ToString();
        using var client = new RawClient(origin.Site);

        await client.AskAsync("/pear/0", run);
        await client.AskAsync("/apple/0?latencyMs=x", run);

        Assert.Equal(
            [(404, null, null), (400, null, null)],
            (await origin.Site.LogAsync(run, Cancelled)).Select(line => (line.Status, line.Host, line.Fate)));
    }

    [Fact]
    public async Task TheMeanInFlight_IsThroughputTimesTheTimeInside()
    {
        var run = Guid.NewGuid().ToString();
        using var client = new RawClient(origin.Site);
        await Task.WhenAll(Enumerable.Range(0, 30).Select(index => client.AskAsync($"/apple/{index}?latencyMs=uniform(0,20)", run)));

        var times = await origin.Site.TimesAsync(run, Cancelled);

        var log = await origin.Site.LogAsync(run, Cancelled);
        Assert.Equal(log.Max(line => line.Left) - log.Min(line => line.Arrival), times.SpanMs, 3);
        Assert.Equal(log.Count / times.SpanMs * log.Average(line => line.Left - line.Arrival), times.MeanInFlight, 3);
        Assert.Equal(log.Sum(line => line.Held), times.HeldMs, 3);
    }

    [Theory]
    [InlineData("FetchLab-Run", "red/x", "the record in FetchLab-Run must be a whole number from 0, but was 'red/x'; try red/0.\n")]
    [InlineData("FetchLab-Attempt", "0", "FetchLab-Attempt must be a whole number from 1, but was '0'; try 1.\n")]
    public async Task AnIdThatIsNone_IsAnsweredWithOneSentence(string header, string value, string sentence)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(origin.Site.Address, "/apple/0"));
        request.Headers.Add(header, value);

        using var reply = await http.SendAsync(request, Cancelled);

        Assert.Equal((400, sentence), ((int)reply.StatusCode, await reply.Content.ReadAsStringAsync(Cancelled)));
    }

    [Fact]
    public async Task WithoutALog_ThatIsSaid_AndCountingGoesOn()
    {
        await using var site = await OriginSite.StartAsync(new OriginOptions { Logs = false }, OriginFixture.OriginPath, Cancelled);
        using var client = new RawClient(site);
        await client.AskAsync("/apple/0?latencyMs=0", "red");

        var refused = await Assert.ThrowsAsync<FetchLabException>(() => site.LogAsync("red", Cancelled));

        Assert.Equal("this origin keeps no log; try new OriginOptions { Logs = true }.", refused.Message);
        Assert.Equal(new OriginCounts(1, 1, 1), await site.CountsAsync("red", Cancelled));
    }

    private static string Text(double milliseconds) => milliseconds.ToString("F3", CultureInfo.InvariantCulture);
}
