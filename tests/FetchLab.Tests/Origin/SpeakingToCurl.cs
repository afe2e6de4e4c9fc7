namespace FetchLab.Tests.Origin;

/// <summary>Pages and failures as a client sees them that is not .NET's.</summary>
public sealed class SpeakingToCurl(OriginFixture origin)
{
    // curl's own names for how it ends, from its manual.
    private const int Ok = 0;
    private const int PartialFile = 18;
    private const int TimedOut = 28;
    private const int ReceiveFailed = 56;
    private const int StreamFailed = 92;

    private OriginSite Site => origin.Site;

    [Theory]
    [InlineData("ok", "200 2000", Ok)]
    [InlineData("500", "500 59", Ok)]
    [InlineData("reset", "000 0", ReceiveFailed)]
    [InlineData("truncate", "200 1000", PartialFile)]
    [InlineData("hang", "000 0", TimedOut)]
    public async Task AnAttempt_EndsAsItsPatternSays(string fail, string seen, int exitCode)
    {
        var ended = await Curl.RunAsync(
            "-m", fail == "hang" ? "0.5" : "30", "-o", Curl.Nowhere, "-w", "%{http_code} %{size_download}",
            $"{Site.Address}apple/0?latencyMs=0&fail={fail}");

        Assert.Equal((seen, exitCode), ended);
    }

    [Theory]
    [InlineData("ok", "2 200 2000", Ok)]
    [InlineData("500", "2 500 59", Ok)]
    [InlineData("truncate", "2 200 1000", StreamFailed)]
    public async Task AnAttemptOverHttp2_EndsLikewise(string fail, string seen, int exitCode)
    {
        var ended = await Curl.RunAsync(
            "--http2-prior-knowledge", "-m", "30", "-o", Curl.Nowhere, "-w", "%{http_version} %{http_code} %{size_download}",
            $"{Site.Http2Address}apple/0?latencyMs=0&fail={fail}");

        Assert.Equal((seen, exitCode), ended);
    }

    [Fact]
    public async Task AResetOverHttp2_EndsTheStream()
    {
        var (_, exitCode) = await Curl.RunAsync(
            "--http2-prior-knowledge", "-m", "30", $"{Site.Http2Address}apple/0?latencyMs=0&fail=reset");

        Assert.Equal(StreamFailed, exitCode);
    }

    [Fact]
    public async Task HeldReplies_AreCountedWithCurlsConnection()
    {
        var run = Guid.NewGuid().ToString();

        var (output, exitCode) = await Curl.RunAsync(
            "-H", $"FetchLab-Run: {run}/7", "-H", "FetchLab-Attempt: 2", "-D", "-", "-o", Curl.Nowhere,
            $"{Site.Address}github/3?latencyMs=2&serviceMs=1");

        var line = Assert.Single(await Site.LogAsync(run, TestContext.Current.CancellationToken));
        Assert.Equal(Ok, exitCode);
        Assert.Contains($"FetchLab-Connection: {line.Connection}\r\n", output, StringComparison.Ordinal);
        Assert.Equal((run, 7, 2, "github", 3), (line.Run, line.Record, line.Attempt, line.Host, line.Index));
        Assert.Equal((200, "page", 2, 1), (line.Status, line.Fate, line.AskedLatency, line.AskedService));
    }
}
