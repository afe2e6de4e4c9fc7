using FetchLab.Notebooks;

namespace FetchLab.Jupyter.Tests;

/// <summary>Cells in a real Python kernel: what they put out, how they fail, what they ask.</summary>
public sealed class RunningPython(PythonKernel python) : IClassFixture<PythonKernel>, IDisposable
{
    private readonly RecordedCell _cell = new();

    [Fact]
    public async Task Outputs_ComeInOrder_WithTheirData()
    {
        await RunAsync("""
            import sys
            from IPython.display import HTML, clear_output
            print("out"); sys.stdout.flush()
            print("err", file=sys.stderr); sys.stderr.flush()
            shown = display(HTML("<b>1</b>"), display_id="d1")
            shown.update(HTML("<b>2</b>"))
            clear_output(wait=True)
            6 * 7
            """);

        Assert.Equal(
            [new StreamOutput("stdout", "out\n"), new StreamOutput("stderr", "err\n"), new ClearOutput(Wait: true)],
            _cell.Outputs.Where(output => output is StreamOutput or ClearOutput));
        Assert.Equal(
            ["StreamOutput", "StreamOutput", "DisplayOutput", "UpdateOutput", "ClearOutput", "ResultOutput"],
            _cell.Outputs.Select(output => output.GetType().Name));
        var display = Assert.Single(_cell.Outputs.OfType<DisplayOutput>());
        var update = Assert.Single(_cell.Outputs.OfType<UpdateOutput>());
        Assert.Equal(("d1", "<b>1</b>", "d1", "<b>2</b>"), (display.DisplayId, display.Data.Content["text/html"], update.DisplayId, update.Data.Content["text/html"]));
        Assert.Equal("42", Assert.Single(_cell.Outputs.OfType<ResultOutput>()).Data.PlainText);
    }

    [Fact]
    public async Task ALotOfText_ArrivesWhole_BeforeTheCellEnds()
    {
        await RunAsync("for i in range(100_000): print(i)");

        Assert.Equal(string.Concat(Enumerable.Range(0, 100_000).Select(i => $"{i}\n")), _cell.Text);
    }

    [Fact]
    public async Task Error_IsPythons_WithoutColours()
    {
        var error = await Assert.ThrowsAsync<LanguageErrorException>(() => RunAsync("print('before')\n1/0"));

        Assert.Equal(("ZeroDivisionError", "division by zero"), (error.Output.Name, error.Message));
        var traceback = string.Join('\n', error.Output.Traceback);
        Assert.Contains("line 2", traceback, StringComparison.Ordinal);
        Assert.Contains("ZeroDivisionError: division by zero", traceback, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', traceback);
        Assert.Equal("before\n", _cell.Text);
    }

    [Theory]
    [InlineData("\n\n\n1/0", 4)]
    [InlineData("\n  \n  x = 1\n  1/0", 4)]
    [InlineData("1/0", 1)]
    public async Task EmptyLines_BeforeTheCode_AreCounted(string code, int line)
    {
        var error = await Assert.ThrowsAsync<LanguageErrorException>(() => RunAsync(code));

        Assert.Contains($"line {line}", string.Join('\n', error.Output.Traceback), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Magic_AfterEmptyLines_IsStillOne()
    {
        await RunAsync("\n\n%%capture kept\nprint(5)");
        await RunAsync("\nprint(kept.stdout)");

        Assert.Equal("5\n\n", _cell.Text);
    }

    [Fact]
    public async Task SyntaxError_NamesTheLine()
    {
        var error = await Assert.ThrowsAsync<LanguageErrorException>(() => RunAsync("\nx = = 2"));

        Assert.Equal("SyntaxError", error.Output.Name);
        Assert.Contains("line 2", string.Join('\n', error.Output.Traceback), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cell_AfterAFailedOne_Runs()
    {
        await Assert.ThrowsAsync<LanguageErrorException>(() => RunAsync("raise ValueError('\\x1b[31mno\\x1b[0m')"));

        await RunAsync("print('on')");

        Assert.Equal("on\n", _cell.Text);
    }

    [Fact]
    public async Task Input_AsksThePerson()
    {
        var asked = new List<(string, bool)>();
        using var cell = new RecordedCell((prompt, password, _) =>
        {
            asked.Add((prompt, password));
            return password ? "secret" : "Zoë";
        });

        await python.Language.RunAsync("import getpass\nprint(input('name? ') + getpass.getpass('word? '))", cell.Cell);

        Assert.Equal([("name? ", false), ("word? ", true)], asked);
        Assert.Equal("Zoësecret\n", cell.Text);
    }

    [Fact]
    public async Task Input_WhereNobodyIs_FailsTheCell()
    {
        var error = await Assert.ThrowsAsync<LanguageErrorException>(() => RunAsync("input()"));

        Assert.Equal("StdinNotImplementedError", error.Output.Name);
    }

    [Fact]
    public async Task Input_ThatCannotBeAsked_FailsTheCellWithItsReason()
    {
        using var cell = new RecordedCell((_, _, _) => throw new NotebookException("nobody listens."));

        var error = await Assert.ThrowsAsync<NotebookException>(() => python.Language.RunAsync("input()", cell.Cell));
        await RunAsync("print('on')");

        Assert.Equal(("nobody listens.", "on\n"), (error.Message, _cell.Text));
    }

    [Fact]
    public async Task Output_OfAThread_AfterTheCell_IsStillTheCells()
    {
        var go = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await RunAsync($"""
            import os, threading, time
            def late():
                while not os.path.exists("{go}"): time.sleep(0.01)
                print("late")
            threading.Thread(target=late).start()
            """);
        await python.Language.SetAsync("unrelated", 1, TestContext.Current.CancellationToken);

        await File.WriteAllTextAsync(go, "", TestContext.Current.CancellationToken);

        _cell.WaitFor("late\n");
        File.Delete(go);
    }

    [Fact]
    public async Task Completion_KnowsTheVariables_AndCountsInUtf16()
    {
        await RunAsync("remarkable = 'x'");
        const string code = "s = '😀'; remark";

        var found = await python.Language.CompleteAsync(code, code.Length, TestContext.Current.CancellationToken);

        Assert.NotNull(found);
        Assert.Equal("remark", code[found.Start..found.End]);
        Assert.Contains(found.Items, item => item.Text == "remarkable");
    }

    [Fact]
    public async Task Completion_WhileACellRuns_GivesUp()
    {
        var running = python.Language.RunAsync("import time\nprint('on')\nwhile True: time.sleep(0.01)", _cell.Cell);
        _cell.WaitFor("on");

        Assert.Null(await python.Language.CompleteAsync("pri", 3, TestContext.Current.CancellationToken));

        _cell.Interrupt();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task Inspection_IsPlainText()
    {
        var found = await python.Language.InspectAsync("s = '😀'; len", "s = '😀'; len".Length, TestContext.Current.CancellationToken);

        Assert.NotNull(found);
        Assert.Contains("number of items", found.PlainText, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', found.PlainText);
        Assert.Null(await python.Language.InspectAsync("nothing_of_the_kind", 3, TestContext.Current.CancellationToken));
    }

    public void Dispose() => _cell.Dispose();

    private Task RunAsync(string code) => python.Language.RunAsync(code, _cell.Cell);
}
