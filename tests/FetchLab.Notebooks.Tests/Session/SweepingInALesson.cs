namespace FetchLab.Notebooks.Tests;

public sealed class SweepingInALesson : SessionTest
{
    private const string Sweep = "await Lab.SweepAsync([1, 2], workers => Fetch.Threads(workers), workers => site.Pages(4 * workers, latencyMs: 5))";

    [Fact]
    public async Task Sweep_ShowsABar_UpdatesItInPlace_AndLeavesOneQuietLine()
    {
        await StartAsync();

        var outputs = await RunAsync($"var runs = {Sweep};");

        var bar = Assert.Single(outputs.OfType<DisplayOutput>());
        Assert.Equal("Sweep: 2 runs, predicted 40 ms.", bar.Data.PlainText);
        var updates = outputs.OfType<UpdateOutput>().ToArray();
        Assert.All(updates, update => Assert.Equal(bar.DisplayId, update.DisplayId));
        Assert.Equal(
            ["Sweep: run 1 of 2, 1 thread, predicted 20 ms.", "Sweep: run 2 of 2, 2 threads, predicted 20 ms.", "Sweep: 2 runs."],
            updates.Select(update => update.Data.PlainText));
        Assert.Equal(
            ["value=\"0\"", "value=\"0\"", "value=\"0.5\"", null],
            updates.Select(update => update.Data).Prepend(bar.Data).Select(data => Value(data.ToJson()["text/html"]!.ToString())));
        Assert.Empty(outputs.OfType<StreamOutput>());
        Assert.Equal("1:4 2:8", await ResultAsync("string.Join(' ', runs.Select(run => $\"{run.Workers}:{run.Origin.Requests}\"))"));
    }

    [Fact]
    public async Task Sweep_EndsWithItsCell_AndSaysHowFarItCame()
    {
        await StartAsync();
        using var stop = new CancellationTokenSource();
        var outputs = new List<CellOutput>();

        var ok = await Session.ExecuteAsync(
            new("await Lab.SweepAsync([4, 1], workers => Fetch.Threads(workers), workers => site.Pages(4, workers == 4 ? 5 : 9000))", "cell"),
            Take, stop.Token);

        Assert.False(ok);
        Assert.Equal("the cell was interrupted.", Assert.Single(outputs.OfType<ErrorOutput>()).Message);
        Assert.Contains("Sweep: ended after 1 of 2 runs.", outputs.OfType<UpdateOutput>().Select(update => update.Data.PlainText));

        void Take(CellOutput output)
        {
            lock (outputs)
                outputs.Add(output);
            if (output is UpdateOutput update && update.Data.PlainText.Contains("run 2", StringComparison.Ordinal))
                stop.Cancel();
        }
    }

    private async Task StartAsync() =>
        Assert.Empty((await RunAsync($"#!import \"{InterruptingALesson.LabScript()}\"\nvar site = await Lab.OriginAsync();")).OfType<ErrorOutput>());

    private static string? Value(string html) =>
        html.Split(' ', '>').FirstOrDefault(part => part.StartsWith("value=", StringComparison.Ordinal));
}
