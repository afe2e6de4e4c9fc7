using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace FetchLab.Notebooks.Tests;

/// <summary>The runner with sessions in processes of their own, as the program runs them.</summary>
public sealed class RunningNotebooks : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("fetchlab-test-").FullName;
    private readonly List<int> _processes = [];

    [Fact]
    public async Task Run_WritesOutputsAndCountsIntoTheNotebook()
    {
        var report = await RunAsync("Console.WriteLine(\"a\"); Console.Write(\"b\"); Console.WriteLine(\"c\");", "6 * 7");

        Assert.Null(report.Failure);
        Assert.Equal((2, 2), (report.Cells, report.CellsDone));
        Assert.Equal([1, 2], report.Notebook.CodeCells.Select(cell => (int)cell.Json["execution_count"]!));
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""[{"name": "stdout", "output_type": "stream", "text": ["a\n", "bc\n"]}]"""),
            report.Notebook.Cells[0].Json["outputs"]));
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""[{"data": {"text/plain": ["42"]}, "metadata": {}, "output_type": "execute_result", "execution_count": 2}]"""),
            report.Notebook.Cells[1].Json["outputs"]));
    }

    [Fact]
    public async Task Run_ReplacesOldOutputs()
    {
        var notebook = Of("1");
        notebook.Cells[0].SetOutputs([new JsonObject { ["output_type"] = "stream", ["name"] = "stdout", ["text"] = "old" }], 9);

        await Runner().RunAsync(notebook, "it", _folder, cancellationToken: TestContext.Current.CancellationToken);

        Assert.DoesNotContain("old", NotebookFile.ToText(notebook), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Update_InALaterCell_ReplacesWhatTheEarlierOneShowed()
    {
        var report = await RunAsync("var shown = display(\"before\");", "shown.Update(\"after\");");

        Assert.Equal("after", report.Notebook.Cells[0].Outputs.Single()["data"]!["text/plain"]![0]!.ToString());
        Assert.Empty(report.Notebook.Cells[1].Outputs);
    }

    [Fact]
    public async Task ClearOutput_TakesAwayWhatTheCellHasPutOut()
    {
        var report = await RunAsync(
            "Console.Write(\"old\"); clearOutput(); Console.Write(\"new\");",
            "Console.Write(\"old\"); clearOutput(wait: true); Console.Write(\"new\");",
            "Console.Write(\"old\"); clearOutput(wait: true);");

        Assert.Equal(["new", "new", "old"], report.Notebook.CodeCells.Select(cell => cell.Outputs.Single()["text"]![0]!.ToString()));
    }

    [Fact]
    public async Task Result_IsTheLastOutputOfTheTaggedCell()
    {
        var notebook = Of("1");
        notebook.Add(NotebookCell.Code("display(\"first\"); \"the claim\"", "end", NotebookRunner.ResultTag));

        var report = await Runner().RunAsync(notebook, "it", _folder, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("the claim", report.Result);
    }

    [Fact]
    public async Task Cell_ThatFails_EndsTheRun_WithItsOutputAndPlace()
    {
        var report = await RunAsync("1", "Console.WriteLine(\"before\");\nthrow new InvalidOperationException(\"bad\");", "3");

        Assert.Equal(1, report.CellsDone);
        Assert.Equal(2, report.Failure!.Number);
        Assert.Equal("before\n", report.Failure.Output);
        Assert.Equal("InvalidOperationException: bad\n   at cell 2:line 2", report.Failure.Error);
        Assert.Null(report.Notebook.Cells[2].Json["execution_count"]);
    }

    [Theory]
    [InlineData("Environment.Exit(3);", "the notebook's process ended with exit code 3 while the cell was running.")]
    [InlineData("void F() { Span<byte> tooMuch = stackalloc byte[1 << 30]; tooMuch[0] = 1; }\nF();", "the notebook's process ended with exit code 134 while the cell was running: Stack overflow.")]
    [InlineData("Environment.FailFast(\"on purpose\");", "the notebook's process ended with exit code 134 while the cell was running: on purpose")]
    public async Task Cell_ThatTakesItsProcessDown_FailsWithTheReason(string source, string reason)
    {
        var report = await RunAsync("Console.WriteLine(\"kept\");", "Console.Write(\"so far\");", source);

        Assert.Equal(3, report.Failure!.Number);
        Assert.Equal(reason, report.Failure.Error);
        Assert.Contains("kept", NotebookFile.ToText(report.Notebook), StringComparison.Ordinal);
        AssertNothingIsLeft();
    }

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("System.Threading.Thread.Sleep(-1);")]
    [InlineData("await Task.Delay(-1);")]
    public async Task Cell_ThatTakesTooLong_IsEndedWithItsProcess(string source)
    {
        var report = await Runner(TimeSpan.FromSeconds(10)).RunAsync(
            Of("1", $"Console.WriteLine(\"so far\"); {source}"), "it", _folder, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("so far\n", report.Failure!.Output);
        Assert.Equal("cell 2 took longer than 10 s and was ended; a longer time is set with --cell-timeout.", report.Failure.Error);
        AssertNothingIsLeft();
    }

    [Fact]
    public async Task Session_EndsWithItsNotebook_AlsoWhenAThreadOfACellRunsOn()
    {
        var report = await RunAsync("new System.Threading.Thread(() => { while (true) System.Threading.Thread.Sleep(10); }).Start();");

        Assert.Null(report.Failure);
        AssertNothingIsLeft();
    }

    [Fact]
    public async Task Session_RunsInTheNotebooksFolder_InAProcessOfItsOwn()
    {
        File.WriteAllText(Path.Combine(_folder, "data.txt"), "here");

        var report = await RunAsync("System.IO.File.ReadAllText(\"data.txt\")", "Environment.ProcessId");

        Assert.Equal("here", PlainText(report, 0));
        Assert.Equal(_processes.Single().ToString(CultureInfo.InvariantCulture), PlainText(report, 1));
        Assert.NotEqual(Environment.ProcessId, _processes.Single());
    }

    [Fact]
    public async Task Text_ThatNativeCodeWritesToTheStream_IsNotTakenForAnOutput()
    {
        var report = await RunAsync(
            "using (var raw = Console.OpenStandardOutput()) { raw.Write(new byte[] { 123, 34, 10, 65 }); raw.Flush(); }", "\"still here\"");

        Assert.Null(report.Failure);
        Assert.Equal("still here", PlainText(report, 1));
    }

    [Fact]
    public async Task Read_FromTheConsole_MeetsItsEndAtOnce() =>
        Assert.Equal("True", PlainText(await RunAsync("Console.ReadLine() == null"), 0));

    [Fact]
    public async Task Formatter_OfANotebook_WinsOverTheEnginesOwn_AlsoBeforeAnythingWasShown()
    {
        var report = await RunAsync(
            "using Microsoft.DotNet.Interactive.Formatting; using Microsoft.Data.Analysis;\n"
            + "Formatter.Register<DataFrame>(frame => \"mine\", \"text/plain\"); Formatter.SetPreferredMimeTypesFor(typeof(DataFrame), \"text/plain\");",
            "new DataFrame()");

        Assert.Equal("mine", PlainText(report, 1));
    }

    [Fact]
    public async Task Run_ThatIsGivenUp_LeavesNothing()
    {
        using var stop = new CancellationTokenSource();

        var run = Runner().RunAsync(Of("1", "await Task.Delay(-1);"), "it", _folder, _ => stop.CancelAfter(200), stop.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        AssertNothingIsLeft();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<NotebookReport> RunAsync(params string[] sources) =>
        Runner().RunAsync(Of(sources), "it", _folder, cancellationToken: TestContext.Current.CancellationToken);

    private NotebookRunner Runner(TimeSpan? timeout = null) => new(Start, timeout ?? TimeSpan.FromMinutes(1));

    private ChildSession Start(string folder)
    {
        var session = new ChildSession(FetchLabProgram.Session(), folder);
        _processes.Add(session.ProcessId);
        return session;
    }

    private void AssertNothingIsLeft() =>
        Assert.All(_processes, id => Assert.Throws<ArgumentException>(() => Process.GetProcessById(id)));

    private static string PlainText(NotebookReport report, int cell)
    {
        Assert.Null(report.Failure?.Error);
        return report.Notebook.Cells[cell].Outputs.Single()["data"]!["text/plain"]![0]!.ToString();
    }

    private static Notebook Of(params string[] sources)
    {
        var notebook = Notebook.Create();
        foreach (var (source, number) in sources.Select((source, number) => (source, number)))
            notebook.Add(NotebookCell.Code(source, string.Create(CultureInfo.InvariantCulture, $"cell-{number}")));
        return notebook;
    }
}
