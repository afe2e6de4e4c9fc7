namespace FetchLab.Course.Tests;

/// <summary>A reader in a real browser, with a real Jupyter and this build's kernel.</summary>
public class SteppingThroughALesson
{
    private const string Lesson = "04-side-by-side.ipynb";

    [Fact]
    public async Task Reader_ChangesTheWorkerCount_AndSeesOtherBars()
    {
        await using var jupyter = await JupyterNotebook.StartAsync();
        await using var browser = await Browser.StartAsync(offline: false);
        var lesson = await LessonInJupyter.OpenAsync(browser, jupyter, Lesson);

        await lesson.EditAsync("parameters", "int workers = 10, pages = 40, latency = 20;");
        await lesson.RunAllAsync();
        Assert.Empty(await lesson.ErrorsAsync());
        Assert.Contains("10 threads took", await lesson.OutputAsync("result"), StringComparison.Ordinal);
        Assert.Equal(["one at a time", "one thread, async", "1 thread", "10 threads"], await lesson.BarLabelsAsync("compare"));
        Assert.Equal(4, await lesson.BarsAsync("compare"));
        var before = await lesson.PredictionsAsync("compare");

        await lesson.EditAsync("parameters", "int workers = 2, pages = 40, latency = 20;");
        await lesson.RunAllAsync();
        Assert.Empty(await lesson.ErrorsAsync());
        Assert.Contains("2 threads took", await lesson.OutputAsync("result"), StringComparison.Ordinal);
        Assert.Equal(["one at a time", "one thread, async", "1 thread", "2 threads"], await lesson.BarLabelsAsync("compare"));
        Assert.Equal(4, await lesson.BarsAsync("compare"));
        var after = await lesson.PredictionsAsync("compare");

        // Forty pages are 4 rounds of ten threads and 20 of two. The origin holds none for less than it was told to.
        Assert.True(before[3] >= 4 * 0.020 && after[3] >= 20 * 0.020 && before[3] < after[3], $"{before[3]} s, then {after[3]} s");
        Assert.All(browser.Requests, jupyter.AssertIsHere);
    }

    [Fact]
    public async Task Reader_StopsAFetch_AndRestartsAndRunsAll()
    {
        await using var jupyter = await JupyterNotebook.StartAsync();
        await using var browser = await Browser.StartAsync(offline: false);
        var lesson = await LessonInJupyter.OpenAsync(browser, jupyter, Lesson);
        // A minute and a half for the first program alone.
        await lesson.EditAsync("parameters", "int workers = 10, pages = 100, latency = 900;");
        await lesson.StartAllAsync();
        await lesson.UntilAsync(LessonInJupyter.HasOutput("predict"));

        await lesson.PressAsync("interrupt-kernel");
        await lesson.IdleAsync();
        await lesson.UntilAsync(LessonInJupyter.AnyError);

        var error = Assert.Single(await lesson.ErrorsAsync());
        Assert.Contains("interrupted", error, StringComparison.Ordinal);
        Assert.Equal("", (await lesson.OutputAsync("compare")).Trim());

        await lesson.EditAsync("parameters", "int workers = 10, pages = 40, latency = 20;");
        await lesson.PressAsync("confirm-restart-kernel-and-run-all-cells");
        await lesson.ConfirmAsync();
        await lesson.UntilAsync(LessonInJupyter.HasOutput("result"));

        Assert.Empty(await lesson.ErrorsAsync());
        // A kernel that is new counts from one.
        Assert.Equal(Enumerable.Range(1, 8), await lesson.CountsAsync());
    }

    [Fact]
    public async Task Reader_CompletesWithTab_AndAsksWithShiftTab()
    {
        await using var jupyter = await JupyterNotebook.StartAsync();
        await using var browser = await Browser.StartAsync(offline: false);
        var lesson = await LessonInJupyter.OpenAsync(browser, jupyter, Lesson);
        await lesson.RunAsync("import");

        await lesson.TypeAsync("parameters", "Lab.", "Tab");
        var offered = await lesson.CompletionsAsync();
        Assert.Contains("RunAsync", offered);
        Assert.Contains("OriginAsync", offered);
        // A member that the type declares comes before one that every object has.
        Assert.Equal("Equals", offered[^1]);
        await lesson.TypeAsync("parameters", "Fetch.OneThr", "Tab");
        await lesson.UntilAsync($"{LessonInJupyter.Cell("'parameters'")}.get_text() === 'Fetch.OneThreadAsync'");
        await lesson.TypeAsync("parameters", "Lab.RunAsync", "Shift+Tab");
        Assert.Contains("Task<FetchRun> Lab.RunAsync(FetchStrategy strategy, IReadOnlyList<Page> pages,", await lesson.TooltipAsync(), StringComparison.Ordinal);
    }
}
