using System.Diagnostics;
using System.Net;
using FetchLab.Tests.Origin;

namespace FetchLab.Tests.Serving;

/// <summary>The small web API, and what its client makes of it.</summary>
public sealed class ServingPages
{
    /// <summary>Longer than any test waits.</summary>
    private const int ForEverMs = 60_000;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>The service that the build laid in artifacts/lab.</summary>
    private static string BuiltPath => Path.Combine(Path.GetDirectoryName(OriginFixture.OriginPath)!, "FetchLab.Service.dll");

    [Fact]
    public async Task EveryEndpoint_BringsItsPages_AfterTheirTime()
    {
        await using var service = await ServiceSite.StartAsync(BuiltPath, Cancelled);

        foreach (var pages in new[] { service.Async(3, 20), service.Blocking(3, 20), service.Sleeping(3, 20), service.Queueing(3, 20), service.Shedding(3, 20) })
        {
            var run = await Fetch.OneAtATime.RunAsync(pages, cancellationToken: Cancelled);

            Assert.All(run.Records, record => Assert.Equal((200, null), (record.Status, record.Error)));
            Assert.Equal(TimeSpan.FromMilliseconds(60), run.Predicted.Makespan);
            // A timer may ring a few milliseconds early by another clock.
            Assert.All(run.Records, record => Assert.True(record.Duration > TimeSpan.FromMilliseconds(10), record.ToString()));
        }
    }

    [Fact]
    public async Task Shedding_WorksOnFour_LetsFourWait_AndTurnsTheRestAwayMeanwhile()
    {
        await using var service = await ServiceSite.StartAsync(BuiltPath, Cancelled);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var held = service.Shedding(2 * ServiceSite.Limit + 7, ForEverMs).Select(page => http.GetAsync(page.Url, Cancelled)).ToList();

        for (var refused = 0; refused < 7; refused++)
        {
            var told = await Task.WhenAny(held);
            held.Remove(told);
            using var reply = await told;
            Assert.Equal(HttpStatusCode.ServiceUnavailable, reply.StatusCode);
        }

        Assert.Equal(2 * ServiceSite.Limit, held.Count);
        Assert.All(held, request => Assert.False(request.IsCompleted));
    }

    /// <remarks>Of the same burst nobody is turned away, and four are worked on: so it takes as many rounds.</remarks>
    [Fact]
    public async Task Queueing_TurnsNobodyAway()
    {
        await using var service = await ServiceSite.StartAsync(BuiltPath, Cancelled);

        var run = await Fetch.Async().RunAsync(service.Queueing(5 * ServiceSite.Limit, 40), cancellationToken: Cancelled);

        Assert.Equal(0, run.Failed);
        Assert.True(run.Makespan > TimeSpan.FromMilliseconds(4 * 40), run.Makespan.ToText());
    }

    /// <remarks>More at once than any pool begins with: they would stand still, did the pool not grow.</remarks>
    [Fact]
    public async Task Blocking_MakesThePoolGrow_AndTheSamplesSaySo()
    {
        await using var service = await ServiceSite.StartAsync(BuiltPath, Cancelled);
        var workers = (4 * Environment.ProcessorCount) + 8;

        var waiting = await service.WatchAsync("async", options => RunAsync(service.Async(workers, 200), options));
        var blocking = await service.WatchAsync("blocking", options => RunAsync(service.Blocking(2 * workers, 200), options));

        Assert.Equal((0, 0), (waiting.Run.Failed, blocking.Run.Failed));
        Assert.True(blocking.PeakThreads > waiting.PeakThreads, $"{waiting} {blocking}");
        Assert.Equal(blocking.Samples.OrderBy(sample => sample.AtMs), blocking.Samples);
        Assert.Equal(0, blocking.Samples[0].AtMs);
        Assert.InRange(blocking.Samples[^1].AtMs, 200, blocking.Run.Makespan.TotalMilliseconds);
        Assert.Contains($"at most {blocking.PeakThreads} pool threads", blocking.ToString(), StringComparison.Ordinal);

        Task<FetchRun> RunAsync(IReadOnlyList<Page> pages, FetchOptions options) => Fetch.Async(workers).RunAsync(pages, options, Cancelled);
    }

    [Fact]
    public async Task TheSource_IsTheProgramThatRuns()
    {
        await using var service = await ServiceSite.StartAsync(BuiltPath, Cancelled);

        Assert.Contains("app.MapGet(\"/blocking\"", service.Source, StringComparison.Ordinal);
        Assert.Contains($"(four.PermitLimit, four.QueueLimit) = ({ServiceSite.Limit}, {ServiceSite.Limit})", service.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheSharedOne_IsStartedOnce_AndAgainWhenItHasEnded()
    {
        var service = await ServiceSite.SharedAsync(BuiltPath, Cancelled);
        Assert.Same(service, await ServiceSite.SharedAsync(BuiltPath, Cancelled));
        Assert.True(LivingProcess.Runs(service.ProcessId));

        await service.DisposeAsync();

        Assert.False(LivingProcess.Runs(service.ProcessId));
        await using var next = await ServiceSite.SharedAsync(BuiltPath, Cancelled);
        Assert.NotSame(service, next);
    }

    [Fact]
    public async Task TheEndOfItsInput_EndsIt_AlsoWithAStarvedPool()
    {
        using var service = Process.Start(new ProcessStartInfo("dotnet", [BuiltPath]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var line = await service.StandardOutput.ReadLineAsync(Cancelled);
        var address = System.Text.Json.JsonDocument.Parse(line!).RootElement.GetProperty("http1").GetString();
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var held = Enumerable.Range(0, 50).Select(_ => http.GetStringAsync($"{address}/sleeping?ms={ForEverMs}", Cancelled)).ToArray();

        service.StandardInput.Close();

        Assert.True(await LivingProcess.IsGoneSoonAsync(service.Id));
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => Task.WhenAll(held));
    }

    [Fact]
    public async Task BadPages_AndAProgramThatIsNotBuilt_AreRefused()
    {
        await using var service = await ServiceSite.StartAsync(BuiltPath, Cancelled);

        Assert.Equal("pages must be at least 1, but was 0; try 100.", Assert.Throws<FetchLabException>(() => service.Async(0, 10)).Message);
        Assert.Equal("ms must be from 0 to 60000, but was -1; try 100.", Assert.Throws<FetchLabException>(() => service.Blocking(1, -1)).Message);
        var missing = await Assert.ThrowsAsync<FetchLabException>(() => ServiceSite.StartAsync("/nowhere.dll", Cancelled));
        Assert.Equal("the service is not built: there is no '/nowhere.dll'; run `dotnet build` at the root of the project.", missing.Message);
    }
}
