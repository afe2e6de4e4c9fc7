namespace FetchLab.Tests.Measuring;

/// <summary>What a reply's headers say ends up in its record, and what they do not say is absent.</summary>
public sealed class ReadingReplies
{
    private static readonly FetchOptions Cold = new() { Warm = false };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <remarks>HTTP/2 writes its headers' names small.</remarks>
    [Theory]
    [InlineData("FetchLab-Connection", "FetchLab-Held-Ms", "FetchLab-Queue-Ms", "FetchLab-Service-Ms")]
    [InlineData("fetchlab-connection", "fetchlab-held-ms", "fetchlab-queue-ms", "fetchlab-service-ms")]
    public async Task TheOriginsTimes_AreRecorded(string connection, string held, string queue, string service)
    {
        await using var server = new ScriptedServer(
            $"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nFetchLab-Other: 1\r\n{connection}: 0HN\r\n{held}: 61.25\r\n" +
            $"{queue}: 10.5\r\n{service}: 0\r\n\r\nhi");

        var record = Assert.Single((await Fetch.OneAtATime.RunAsync(server.Pages(1), Cold, Cancelled)).Records);

        Assert.Equal(("0HN", true), (record.Connection, record.NewConnection));
        Assert.Equal(
            (TimeSpan.FromMilliseconds(61.25), TimeSpan.FromMilliseconds(10.5), TimeSpan.Zero),
            (record.Held, record.QueuedAtOrigin, record.ServiceAtOrigin));
    }

    [Fact]
    public async Task WhatAReplyDoesNotSay_IsAbsent()
    {
        await using var server = new ScriptedServer(
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nFetchLab-Held-Ms: soon\r\nFetchLab-Queue-Ms: -1\r\n\r\nhi");

        var record = Assert.Single((await Fetch.OneThreadAsync.RunAsync(server.Pages(1), Cold, Cancelled)).Records);

        Assert.Equal((200, 2L, null), (record.Status, record.Bytes, record.Error));
        Assert.Equal((null, null, null), (record.Held, record.QueuedAtOrigin, record.ServiceAtOrigin));
        Assert.Equal((null, null, null), (record.Connection, record.RetryAfter, record.Intended));
    }

    [Theory]
    [InlineData("Retry-After: 3", 3.0)]
    [InlineData("Retry-After: Tue, 01 Jan 2030 00:00:02 GMT", 2.0)]
    [InlineData("Retry-After: Mon, 31 Dec 2029 23:59:58 GMT", 0.0)]
    [InlineData("Retry-After: presently", null)]
    public async Task RetryAfter_IsATimeFromNow(string header, double? seconds)
    {
        await using var server = new ScriptedServer(ScriptedServer.Refusal("429 Too Many Requests", header));
        var options = Cold with { TimeProvider = new SkippingClock() };

        var record = Assert.Single((await Fetch.OneAtATime.RunAsync(server.Pages(1), options, Cancelled)).Records);

        Assert.Equal("the reply was 429 Too Many Requests, not a page.", record.Error);
        Assert.Equal(seconds, record.RetryAfter?.TotalSeconds);
    }

    [Fact]
    public async Task EveryRequest_SaysItsRunAndItsPage_AndOfAFirstAttemptNoNumber()
    {
        await using var server = new ScriptedServer(ScriptedServer.Page);

        var run = await Fetch.OneAtATime.RunAsync(server.Pages(3), Cold, Cancelled);

        Assert.Equal([run.RunId + "/0", run.RunId + "/1", run.RunId + "/2"], server.Sent("FetchLab-Run"));
        Assert.Equal([null, null, null], server.Sent("FetchLab-Attempt"));
        Assert.Equal([1, 1, 1], run.Records.Select(record => record.Attempt));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0L)]
    [InlineData(1L)]
    [InlineData(-1L)]
    [InlineData(864_000_000_000L)]
    public void AnOptionalTime_IsWhatWasPutIn(long? ticks)
    {
        TimeSpan? time = ticks is null ? null : new TimeSpan(ticks.Value);

        Assert.Equal(time, OptionalTime.Of(time).Value);
    }
}
