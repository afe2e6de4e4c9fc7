using System.Text.Json;

namespace FetchLab.Notebooks.Tests;

public sealed class InterruptingALesson : SessionTest
{
    [Fact]
    public async Task Run_OfALesson_SendsNothingMoreWhenItsCellIsStopped()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var http = new HttpClient();
        await RunAsync($"#!import \"{LabScript()}\"\nvar site = await Lab.OriginAsync(); var urls = site.Pages(500, latencyMs: 50);");
        var stats = await ResultAsync("new Uri(site.Address, \"/stats\").AbsoluteUri");
        using var stop = new CancellationTokenSource();
        var outputs = new List<CellOutput>();
        var running = Session.ExecuteAsync(new("await Lab.RunAsync(Fetch.OneAtATime, urls)", "cell"), outputs.Add, stop.Token);
        while (await SeenAsync() < 5) await Task.Delay(20, cancellationToken);

        await stop.CancelAsync();

        Assert.False(await running);
        Assert.Equal("the cell was interrupted.", Assert.Single(outputs.OfType<ErrorOutput>()).Message);
        var seen = await SeenAsync();
        Assert.InRange(seen, 5, 400);
        await Task.Delay(300, cancellationToken);
        Assert.Equal(seen, await SeenAsync());

        async Task<int> SeenAsync()
        {
            using var counts = JsonDocument.Parse(await http.GetStringAsync(new Uri(stats), cancellationToken));
            return counts.RootElement.GetProperty("requests").GetInt32();
        }
    }

    internal static string LabScript()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "FetchLab.slnx"))) folder = Path.GetDirectoryName(folder)!;
        return Path.Combine(folder, "notebooks", "lab.csx");
    }
}
