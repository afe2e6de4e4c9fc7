using System.Diagnostics;

namespace FetchLab.Tests.Origin;

public sealed class StartingWithOptions
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<OriginProfile> Profiles =>
    [
        Profile("plain", Hosts("50", "0")),
        Profile("lan", Hosts("uniform(0.4,0.6)", "0")) with { LinkBytesPerSecond = 125e6, ConnectMs = 1 },
        Profile("city", Hosts("lognormal(20,0.2)", "lognormal(10,0.5)")) with { Slots = 16, LinkBytesPerSecond = 12.5e6, ConnectMs = 40 },
        Profile("tutorial-link", Hosts("19.9", "0")) with { LinkBytesPerSecond = 2000 / 0.0141, Threads = new(2, 0.87) },
        Profile("tutorial-lock", Hosts("14", "0")) with { ClientWork = new(20, 14.16, 2) },
        Profile("tutorial-hosts", [Host(1, "9.5", "28.4"), Host(1, "9.5", "20.4")]) with { Threads = new(2, 0) },
    ];

    [Theory]
    [MemberData(nameof(Profiles), DisableDiscoveryEnumeration = true)]
    public async Task ANamedProfile_IsWhatItSays(OriginProfile expected)
    {
        await using var site = await OriginSite.StartAsync(new OriginOptions { Profile = expected.Name }, OriginFixture.OriginPath, Cancelled);

        Assert.Equivalent(expected, site.Profile, strict: true);
    }

    [Fact]
    public async Task APart_OfAProfile_CanBeSwitchedOff()
    {
        var options = new OriginOptions
        {
            Profile = "city", Slots = 0, LinkBytesPerSecond = 0, ConnectMs = 0, Seed = 7, Pages = new() { Service = 0, Bytes = 10 },
            HostSlots = new Dictionary<string, int> { ["github"] = 2 },
        };
        await using var site = await OriginSite.StartAsync(options, OriginFixture.OriginPath, Cancelled);

        var host = Host(0, "lognormal(20,0.2)", "0") with { Bytes = 10 };
        Assert.Equivalent(Profile("city", [host, host with { Slots = 2 }]) with { Seed = 7 }, site.Profile, strict: true);
    }

    [Fact]
    public async Task PagesBySpecification_SayWhatTheyAskFor_AndLeaveTheRestToTheProfile()
    {
        await using var site = await OriginSite.StartAsync(new OriginOptions { Profile = "tutorial-hosts" }, OriginFixture.OriginPath, Cancelled);

        var plain = site.Pages(2, new PageSpec());
        var rich = site.Pages(1, new PageSpec
        {
            Latency = Spread.Uniform(20, 80), Service = Spread.LogNormal(10, 0.5), Bytes = 5, BodyMs = 1.5, SetupMs = 2, HandoverMs = 0.87,
            Fail = "500:0.1,reset:0.05", Gate = 10, Seed = 3,
        });

        Assert.Equal(["/apple/0", "/github/1"], plain.Select(page => page.Url.PathAndQuery));
        Assert.Equal([37.9, 29.9], plain.Select(page => Math.Round(page.Latency.TotalMilliseconds, 6)));
        Assert.Equal(
            "/apple/0?latencyMs=uniform(20,80)&serviceMs=lognormal(10,0.5)&bytes=5&bodyMs=1.5&setupMs=2&handoverMs=0.87" +
            "&fail=500:0.1,reset:0.05&gate=10&seed=3",
            rich[0].Url.PathAndQuery);
        Assert.Equal(50 + 2 + (10 * Math.Exp(0.125)), rich[0].Latency.TotalMilliseconds, 3);
    }

    [Fact]
    public async Task ASpecification_WithFailures_IsRunByTheLibrary()
    {
        await using var site = await OriginSite.StartAsync(OriginFixture.OriginPath, Cancelled);
        var pages = site.Pages(10, new PageSpec { Latency = 1, Fail = "500" });

        var run = await site.RunAsync(Fetch.Threads(2), pages, cancellationToken: Cancelled);

        Assert.Equal((10, 10), (run.Failed, run.Origin!.Requests));
        Assert.All(run.Records, record => Assert.Equal(500, record.Status));
    }

    [Theory]
    [InlineData("bytes must be from 0 to 10000000, but was -1; try 2000.", -1, null)]
    [InlineData(
        "fail must be rates of 500, reset, hang and truncate that make 1 at most, or a pattern of them and ok, but was '404:0.1'; " +
        "try \"500:0.1,reset:0.05\" or \"500,hang,ok\".",
        1,
        "404:0.1")]
    [InlineData(
        "fail must be rates of 500, reset, hang and truncate that make 1 at most, or a pattern of them and ok, but was '500:0.7,hang:0.4'; " +
        "try \"500:0.1,reset:0.05\" or \"500,hang,ok\".",
        1,
        "500:0.7,hang:0.4")]
    public async Task ABadSpecification_IsRefused(string sentence, int bytes, string? fail)
    {
        await using var site = await OriginSite.StartAsync(OriginFixture.OriginPath, Cancelled);

        var refused = Assert.Throws<FetchLabException>(() => site.Pages(1, new PageSpec { Bytes = bytes, Fail = fail }));

        Assert.Equal(sentence, refused.Message);
    }

    [Fact]
    public async Task ABadOption_IsTheOriginsSentence()
    {
        var refused = await Assert.ThrowsAsync<FetchLabException>(
            () => OriginSite.StartAsync(new OriginOptions { Profile = "mars" }, OriginFixture.OriginPath, Cancelled));

        Assert.Equal(
            "the profiles are plain, lan, city, tutorial-link, tutorial-lock, tutorial-hosts, but was 'mars'; try --profile city.",
            refused.Message);
    }

    [Theory]
    [InlineData("options come as --name value, but was '--slots'; try --profile city --port 8080 --slots 4.", "--slots")]
    [InlineData("options come as --name value, but was 'x'; try --profile city --port 8080 --slots 4.", "x", "y")]
    [InlineData("there is no option --foo; try --profile city --port 8080 --slots 4.", "--foo", "1")]
    [InlineData("slots must be a whole number from 0 to 10000, but was '-1'; try 4.", "--slots", "-1")]
    [InlineData("burst must be a whole number from 1 to 1000000, but was '0'; try 10.", "--burst", "0")]
    [InlineData("rate must be from 0 to 1000000, but was 'NaN'; try 50.", "--rate", "NaN")]
    [InlineData("port must be a whole number from 0 to 65534, but was '65535'; try --port 8080.", "--port", "65535")]
    [InlineData("the hosts are apple and github, but was 'pear'; try --apple.slots.", "--pear.slots", "1")]
    [InlineData("latencyMs must be from 0 to 60000, but was 'x'; try 50.", "--apple.latencyMs", "x")]
    [InlineData(
        "latencyMs must be a time, uniform(low,high) or lognormal(median,sigma) with times from 0 to 60000, but was 'uniform(9,1)'; try 50.",
        "--latencyMs", "uniform(9,1)")]
    [InlineData("log must be on or off, but was 'x'; try --log off.", "--log", "x")]
    public async Task AWrongCommandLine_IsOneSentence(string sentence, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [OriginFixture.OriginPath, .. arguments])
        {
            RedirectStandardInput = true, RedirectStandardError = true,
        })!;
        using var late = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        late.CancelAfter(TimeSpan.FromSeconds(60));

        try
        {
            Assert.Equal($"origin: {sentence}", (await process.StandardError.ReadToEndAsync(late.Token)).Trim());
            await process.WaitForExitAsync(late.Token);
            Assert.Equal(2, process.ExitCode);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }

    private static OriginProfile Profile(string name, OriginHost[] hosts) => new(
        name, 1, 0, 0, 0, 10, 0, 0, 0, new(0, 0, 0), new(0, 0),
        new Dictionary<string, OriginHost> { ["apple"] = hosts[0], ["github"] = hosts[1] });

    private static OriginHost[] Hosts(string latency, string service) => [Host(0, latency, service), Host(0, latency, service)];

    private static OriginHost Host(int slots, string latency, string service) => new(slots, latency, service, 0, 0, 2000, 0, "none");
}
