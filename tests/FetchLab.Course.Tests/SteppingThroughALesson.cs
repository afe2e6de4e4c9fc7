using System.Text.RegularExpressions;
using FetchLab.Notebooks;

namespace FetchLab.Course.Tests;

/// <summary>A reader in a real browser, with a real Jupyter and this build's kernel.</summary>
public partial class SteppingThroughALesson
{
    private const string Lesson = "stepping.ipynb";

    // What a lesson does, with nothing around it.
    private static readonly (string Id, string Source)[] _cells =
    [
        ("import", "#!import lab.csx"),
        ("parameters", "int workers = 10, pages = 40, latency = 20;"),
        ("predict", """
            var site = await Lab.OriginAsync();
            var urls = site.Pages(pages, latency);
            FetchStrategy[] programs = [Fetch.OneAtATime, Fetch.OneThreadAsync, Fetch.Threads(1), Fetch.Threads(workers)];
            programs.Select(program => program.Predict(urls).ToString())
            """),
        ("run", """
            var runs = new List<FetchRun>();
            foreach (var program in programs) runs.Add(await Lab.RunAsync(program, urls));
            """),
        ("compare", "runs.Compare()"),
        ("result", "Claim.Faster(runs[3], runs[0])"),
    ];

    [Fact]
    public async Task Reader_RunsALessonOfTheCourse_WithFewerPages()
    {
        var name = Repository.Lessons.First(lesson => lesson.StartsWith("04-", StringComparison.Ordinal));
        var source = NotebookFile.Read(Path.Combine(Repository.Notebooks, name)).CodeCells.Single(cell => cell.Tags.Contains("parameters"));
        await using var jupyter = await JupyterNotebook.StartAsync();
        await using var browser = await Browser.StartAsync(offline: false);
        var lesson = await LessonInJupyter.OpenAsync(browser, jupyter, name);

        await lesson.EditAsync(source.Id!, Pages().Replace(source.Source, "pages = 20"));
        await lesson.RunAllAsync();

        Assert.Empty(await lesson.ErrorsAsync());
        Assert.DoesNotContain(await lesson.CountsAsync(), count => count == 0);
        Assert.All(browser.Requests, jupyter.AssertIsHere);
    }

    [Fact]
    public async Task Reader_ChangesTheWorkerCount_AndSeesOtherBars()
    {
        await using var jupyter = await JupyterNotebook.StartAsync();
        await using var browser = await Browser.StartAsync(offline: false);
        var lesson = await OpenAsync(browser, jupyter);

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
        var lesson = await OpenAsync(browser, jupyter);
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
        Assert.Equal(Enumerable.Range(1, _cells.Length), await lesson.CountsAsync());
    }

    [Fact]
    public async Task Reader_CompletesWithTab_AndAsksWithShiftTab()
    {
        await using var jupyter = await JupyterNotebook.StartAsync();
        await using var browser = await Browser.StartAsync(offline: false);
        var lesson = await OpenAsync(browser, jupyter);
        await lesson.RunAsync("import");

        await lesson.TypeAsync("parameters", "Lab.", "Tab");
        var offered = await lesson.CompletionsAsync();
        Assert.Contains("RunAsync", offered);
        Assert.Contains("OriginAsync", offered);
        // A member that the type declares comes before one that every object has.
        Assert.Equal("Equals", offered[^1]);
        await lesson.TypeAsync("parameters", "Fetch.Data", "Tab");
        await lesson.UntilAsync($"{LessonInJupyter.Cell("'parameters'")}.get_text() === 'Fetch.Dataflow'");
        await lesson.TypeAsync("parameters", "Lab.RunAsync", "Shift+Tab");
        Assert.Contains("Task<FetchRun> Lab.RunAsync(FetchStrategy strategy, IReadOnlyList<Page> pages,", await lesson.TooltipAsync(), StringComparison.Ordinal);
    }

    private static Task<LessonInJupyter> OpenAsync(Browser browser, JupyterNotebook jupyter)
    {
        var notebook = Notebook.Create();
        foreach (var (id, source) in _cells) notebook.Add(NotebookCell.Code(source, id));
        NotebookFile.Write(notebook, Path.Combine(jupyter.Notebooks, Lesson));
        return LessonInJupyter.OpenAsync(browser, jupyter, Lesson);
    }

    [GeneratedRegex(@"pages = \d+")]
    private static partial Regex Pages();
}
