using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace FetchLab.Tests.Origin;

/// <summary>No origin outlives its parent, and none ends before it.</summary>
public sealed class EndingWithItsParent
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AParentThatIsKilled_TakesTheOriginWithIt()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "FetchLab.Tests" + (OperatingSystem.IsWindows() ? ".exe" : ""));
        using var parent = Start(program, []);
        var origin = int.Parse((await parent.StandardOutput.ReadLineAsync(Cancelled))!, CultureInfo.InvariantCulture);
        Assert.True(LivingProcess.Runs(origin));

        parent.Kill();
        await parent.WaitForExitAsync(Cancelled);

        Assert.True(await LivingProcess.IsGoneSoonAsync(origin), $"origin {origin} outlived its parent");
    }

    [Fact]
    public async Task TheEndOfItsInput_EndsIt_AlsoWithARequestHeld()
    {
        using var origin = Start("dotnet", [OriginFixture.OriginPath]);
        using var addresses = JsonDocument.Parse((await origin.StandardOutput.ReadLineAsync(Cancelled))!);
        var address = addresses.RootElement.GetProperty("http1").GetString();
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var held = http.GetStringAsync($"{address}/apple/0?latencyMs=60000", Cancelled);
        while (!(await http.GetStringAsync($"{address}/stats", Cancelled)).Contains("\"requests\":1", StringComparison.Ordinal))
            await Task.Delay(10, Cancelled);

        origin.StandardInput.Close();

        Assert.True(await LivingProcess.IsGoneSoonAsync(origin.Id));
        await origin.WaitForExitAsync(Cancelled);
        Assert.Equal(0, origin.ExitCode);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => held);
    }

    [Fact]
    public async Task AnInterrupt_IsMeantForItsParent()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals.");
        await using var site = await OriginSite.StartAsync(OriginFixture.OriginPath, Cancelled);

        using (var kill = Process.Start("kill", ["-INT", site.ProcessId.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync(Cancelled);
        // It would have ended by now: it does so within a second, and this run takes two.
        var run = await site.RunAsync(Fetch.OneThreadAsync, site.Pages(3, latencyMs: 2000), cancellationToken: Cancelled);

        Assert.Equal((0, 3), (run.Failed, run.Origin!.Requests));
    }

    [Fact]
    public async Task TheThreadThatStartedIt_MayEnd_AndTheSiteBeForgotten()
    {
        (int Id, Uri Address)? started = null;
        var thread = new Thread(() => started = StartAndForget());
        thread.Start();
        thread.Join();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        var origin = started!.Value;
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var stats = await http.GetStringAsync(new Uri(origin.Address, "/stats"), Cancelled);

        Assert.Contains("requests", stats, StringComparison.Ordinal);
        using var process = Process.GetProcessById(origin.Id);
        process.Kill();
    }

    [Fact]
    public async Task Disposing_EndsIt()
    {
        var site = await OriginSite.StartAsync(OriginFixture.OriginPath, Cancelled);
        var id = site.ProcessId;

        await site.DisposeAsync();

        Assert.False(LivingProcess.Runs(id));
    }

    [Fact]
    public async Task TheSharedOne_IsStartedOnce_AndAgainWhenItHasEnded()
    {
        var starts = Enumerable.Range(0, 5).Select(_ => OriginSite.SharedAsync(originPath: OriginFixture.OriginPath, cancellationToken: Cancelled));
        var sites = await Task.WhenAll(starts);
        Assert.All(sites, site => Assert.Same(sites[0], site));

        await sites[0].DisposeAsync();
        var next = await OriginSite.SharedAsync(originPath: OriginFixture.OriginPath, cancellationToken: Cancelled);

        Assert.NotSame(sites[0], next);
        Assert.Equal(new OriginCounts(0, 0, 0), await next.CountsAsync(cancellationToken: Cancelled));
        await next.DisposeAsync();
    }

    [Fact]
    public async Task SharedOnes_AreOneForTheSameOptions_AndAnotherForOthers()
    {
        OriginOptions options = new() { Profile = "lan", Seed = 7, HostSlots = new Dictionary<string, int> { ["github"] = 2, ["apple"] = 3 } };
        var same = options with { HostSlots = new Dictionary<string, int> { ["apple"] = 3, ["github"] = 2 } };

        await using var one = await SharedAsync(options);
        await using var named = await SharedAsync("lan");

        Assert.Same(one, await SharedAsync(same));
        Assert.Same(named, await SharedAsync(new() { Profile = "lan" }));
        Assert.NotSame(one, named);
        Assert.Equal(("lan", 7, 1), (one.Profile.Name, one.Profile.Seed, named.Profile.Seed));
        Assert.Same(one, await OriginSite.SharedOfAsync(one.Pages(3), Cancelled));
        Assert.Null(await OriginSite.SharedOfAsync([.. one.Pages(1), .. named.Pages(1)], Cancelled));

        static Task<OriginSite> SharedAsync(OriginOptions options) => OriginSite.SharedAsync(options, OriginFixture.OriginPath, Cancelled);
    }

    [Fact]
    public async Task PagesFromElsewhere_AreRunButNotCounted()
    {
        await using var one = await OriginSite.StartAsync(OriginFixture.OriginPath, Cancelled);
        await using var other = await OriginSite.StartAsync(OriginFixture.OriginPath, Cancelled);

        var run = await one.RunAsync(Fetch.OneAtATime, other.Pages(2, latencyMs: 0), cancellationToken: Cancelled);

        Assert.Equal((0, 2, null), (run.Failed, run.Records.Count, run.Origin));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (int Id, Uri Address) StartAndForget()
    {
        var site = OriginSite.StartAsync(OriginFixture.OriginPath).GetAwaiter().GetResult();
        return (site.ProcessId, site.Address);
    }

    private static Process Start(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment[ParentMode.Switch] = OriginFixture.OriginPath;
        return Process.Start(start)!;
    }
}
