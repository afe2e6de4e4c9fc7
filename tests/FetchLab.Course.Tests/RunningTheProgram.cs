using FetchLab.Notebooks;

namespace FetchLab.Course.Tests;

/// <summary>The program on small notebooks: what it says, what it writes, how it exits.</summary>
public sealed class RunningTheProgram : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("fetchlab-test-").FullName;

    [Fact]
    public async Task Run_ThatGoesWell_WritesEachNotebookAndThePage_AndExitsWith0()
    {
        Write("b.ipynb", "\"second\"");
        Write("a.ipynb", "int workers = 10;", "$\"{workers} workers\"");

        var run = await Command.FetchLabAsync(_folder, "run", ".", "--out", "out", "-p", "workers=25");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Matches(@"(?s)^a\.ipynb: 3 of 3 cells, \d+\.\d s\nb\.ipynb: 1 of 1 cells, \d+\.\d s\n.*│ a +│ +3/3 │ +\d+\.\d │ 25 workers", run.Out);
        Assert.EndsWith($"See {Path.Combine("out", "index.html")}\n", run.Out, StringComparison.Ordinal);
        Assert.Equal("25 workers", NotebookFile.Read(Path.Combine(_folder, "out", "a.ipynb"))
            .Cells[^1].Outputs.Single()["data"]!["text/plain"]![0]!.ToString());
        Assert.Contains("25 workers", File.ReadAllText(Path.Combine(_folder, "out", "index.html")), StringComparison.Ordinal);
        Assert.DoesNotContain("injected", File.ReadAllText(Path.Combine(_folder, "a.ipynb")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WithAFailingCell_PrintsItsSourceItsOutputAndItsPlace_RunsTheOthers_AndExitsWith1()
    {
        Write("a.ipynb", "1", "Console.WriteLine(\"before\");\nthrow new TimeoutException(\"late\");", "3");
        Write("b.ipynb", "Environment.FailFast(\"on purpose\");");
        Write("c.ipynb", "\"still run\"");

        var run = await Command.FetchLabAsync(_folder, "run", ".", "--out", "out");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(
            "a.ipynb, cell 2 failed:\n    Console.WriteLine(\"before\");\n    throw new TimeoutException(\"late\");\n"
            + "its output so far:\n    before\nTimeoutException: late\n   at cell 2:line 2\n",
            run.Out,
            StringComparison.Ordinal);
        Assert.Contains("b.ipynb, cell 1 failed:", run.Out, StringComparison.Ordinal);
        Assert.Contains("exit code 134 while the cell was running: on purpose", run.Out, StringComparison.Ordinal);
        Assert.Contains("still run", run.Out, StringComparison.Ordinal);
        Assert.All(["a", "b", "c"], name => Assert.True(File.Exists(Path.Combine(_folder, "out", $"{name}.ipynb"))));
    }

    [Theory]
    [InlineData("there is no notebook 'x.ipynb' in {0}; try notebooks/03-threads.ipynb, from the folder that holds README.md.", "run", "x.ipynb")]
    [InlineData("there is no notebook 'notebooks' in {0}; try notebooks/03-threads.ipynb, from the folder that holds README.md.")]
    [InlineData("there is no notebook 'y*.ipynb' in {0}; try notebooks/03-threads.ipynb, from the folder that holds README.md.", "run", "y*.ipynb")]
    [InlineData("there is no option '--frob'; try -p workers=25, or 'fetchlab run --help'.", "run", "--frob")]
    [InlineData("Unrecognized command or argument 'frob'; try 'fetchlab run notebooks/03-threads.ipynb', or 'fetchlab --help'.", "frob")]
    [InlineData("-p takes name=value, but was 'workers'; try -p workers=25.", "run", "a.ipynb", "-p", "workers")]
    [InlineData("there is no parameter 'wrokers'; there is workers.", "run", "a.ipynb", "-p", "wrokers=1")]
    [InlineData("parameter workers of a.ipynb must be a whole number, but was 'ten'; try workers=10.", "run", "a.ipynb", "-p", "workers=ten")]
    [InlineData("--cell-timeout must be from 0 to 86400 seconds, but was -1; try --cell-timeout 300.", "run", "a.ipynb", "--cell-timeout", "-1")]
    [InlineData("there is no notebook 'x.ipynb' in {0}; try notebooks/03-threads.ipynb, from the folder that holds README.md.", "check", "x.ipynb")]
    [InlineData("'broken.ipynb' is no notebook: its JSON ends or breaks at line 1.", "check", "broken.ipynb")]
    [InlineData("'broken.ipynb' is no notebook: its JSON ends or breaks at line 1.", "run", "broken.ipynb")]
    public async Task Mistake_GetsOneLine_AndExitCode2(string message, params string[] arguments)
    {
        Write("a.ipynb", "int workers = 10;", "workers");
        await File.WriteAllTextAsync(Path.Combine(_folder, "broken.ipynb"), "{", TestContext.Current.CancellationToken);

        var run = await Command.FetchLabAsync(_folder, arguments);

        Assert.Equal((2, "", $"fetchlab: {string.Format(null, message, _folder)}\n"), (run.ExitCode, run.Out, run.Error));
        Assert.False(Directory.Exists(Path.Combine(_folder, "artifacts")));
    }

    [Fact]
    public async Task Strip_TakesOutputsOut_InPlace()
    {
        Write("a.ipynb", "1 + 1");
        var before = await File.ReadAllTextAsync(Path.Combine(_folder, "a.ipynb"), TestContext.Current.CancellationToken);
        await Command.FetchLabAsync(_folder, "run", "a.ipynb", "--out", ".");
        Assert.NotEqual(before, await File.ReadAllTextAsync(Path.Combine(_folder, "a.ipynb"), TestContext.Current.CancellationToken));

        var strip = await Command.FetchLabAsync(_folder, "strip", "a.ipynb");

        Assert.Equal((0, "", ""), (strip.ExitCode, strip.Out, strip.Error));
        Assert.Equal(before, await File.ReadAllTextAsync(Path.Combine(_folder, "a.ipynb"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Strip_GivesIds_AndTheUsualLayout()
    {
        var path = Path.Combine(_folder, "a.ipynb");
        Write("a.ipynb", "1", "2");
        var usual = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            path, usual.Replace("\n ", "\n    ", StringComparison.Ordinal).Replace("cell-1", "cell-0", StringComparison.Ordinal).TrimEnd(), TestContext.Current.CancellationToken);

        var strip = await Command.FetchLabAsync(_folder, "strip", "a.ipynb");

        Assert.Equal((0, "", ""), (strip.ExitCode, strip.Out, strip.Error));
        Assert.Equal(usual.Replace("cell-1", "cell-0-2", StringComparison.Ordinal), await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Check_SaysWhatIsWrong_InOneLineEach_AndExitsWith1()
    {
        Write("a.ipynb", "int workers = 10;", "workers");
        Write("b.ipynb", "int workers = 10;", "#r \"nuget: Other\"");

        var check = await Command.FetchLabAsync(_folder, "check", "a.ipynb", "b.ipynb");

        const string NoTitle = "notebook: the first cell is not the title; begin with a Markdown cell such as '# 03 · Threads'.";
        Assert.Equal(
            (1, $"a.ipynb: {NoTitle}\nb.ipynb: {NoTitle}\nb.ipynb: cell-1: it asks for a package; use what lab.csx brings.\n", ""),
            (check.ExitCode, check.Out, check.Error));
    }

    [Fact]
    public async Task Check_WithoutAFinding_SaysNothing_AndExitsWith0()
    {
        var notebook = Notebook.Create();
        notebook.Add(NotebookCell.Markdown("# A title", "title"));
        notebook.Add(NotebookCell.Code("int workers = 10;", "parameters", "parameters"));
        notebook.Add(NotebookCell.Code("workers", "result", "result"));
        NotebookFile.Write(notebook, Path.Combine(_folder, "a.ipynb"));

        var check = await Command.FetchLabAsync(_folder, "check", ".");

        Assert.Equal((0, "", ""), (check.ExitCode, check.Out, check.Error));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(string name, params string[] sources)
    {
        var notebook = Notebook.Create();
        foreach (var (source, place) in sources.Select((source, place) => (source, place)))
        {
            string[] tags = source.StartsWith("int workers", StringComparison.Ordinal) ? ["parameters"]
                : place == sources.Length - 1 ? ["result"] : [];
            notebook.Add(NotebookCell.Code(source, $"cell-{place}", tags));
        }

        NotebookFile.Write(notebook, Path.Combine(_folder, name));
    }
}
