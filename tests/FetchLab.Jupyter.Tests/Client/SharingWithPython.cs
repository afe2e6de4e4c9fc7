using FetchLab.Notebooks;

namespace FetchLab.Jupyter.Tests;

/// <summary>A session whose cells are in C#, F#, SQL and, over the wire, Python: what one has made, the others take.</summary>
public sealed class SharingWithPython : IAsyncLifetime
{
    private readonly CSharpSession _session = new(Path.GetTempPath(), connector: new JupyterConnector { Folders = [PythonKernel.Installed] });
    private int _cells;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(PythonKernel.IsMissing, "python3-ipykernel is not installed.");
        await RunAsync("#!connect jupyter --kernel-name python --kernel-spec python3");
    }

    public ValueTask DisposeAsync() => _session.DisposeAsync();

    [Fact]
    public async Task Records_OfCSharp_AreAFrameOfPandas_WithTheirTypes()
    {
        await RunAsync("record Row(int Id, double? Share, string Name, DateTime At); var rows = new[] { new Row(1, 0.5, \"ä\", new(2026, 1, 2)), new Row(2, null, null, new(2026, 1, 3)) };");

        Assert.Equal("'DataFrame int32 Float64 object datetime64[ns]'", await ResultAsync(
            "#!python\n#!share --from csharp rows\n' '.join([type(rows).__name__, *map(str, rows.dtypes)])"));
        Assert.Equal("2 0.5 True ä", await ResultAsync(
            "#!python\nback = rows\n#!csharp\n#!share --from python back\n$\"{back.Rows.Count} {back[0, 1]} {back[1, 1] is null} {back[0, 2]}\""));
    }

    [Fact]
    public async Task Value_GoesAroundFourLanguages_AndKeepsItsType()
    {
        await RunAsync("var number = 41;");
        await RunAsync("#!fsharp\n#!share --from csharp number\nlet next = number + 1");
        await RunAsync("#!python\n#!share --from fsharp next\nassert type(next) is int\nhalf = next / 4");
        await RunAsync("#!sql --name doubled\n#!share --from python half\nselect $half * 2 as twice");

        Assert.Equal("21 Double", await ResultAsync("$\"{doubled[0, 0]} {doubled[0, 0].GetType().Name}\""));
    }

    [Fact]
    public async Task Frame_OfPandas_IsATableOfSql_AndItsResultOneOfPandas()
    {
        await RunAsync("#!python\nimport pandas\nframe = pandas.DataFrame(dict(host=['a', 'b', 'a'], ms=[1.5, 2.0, 3.5]))");
        await RunAsync("#!share --from python frame\nvar table = frame;");
        await RunAsync("#!sql --name sums\nselect host, sum(ms) as ms from \"table\" group by host order by host");

        Assert.Equal("\"{'a': 5.0, 'b': 2.0}\"", await ResultAsync("#!python\n#!share --from csharp sums\nstr(dict(zip(sums.host, sums.ms)))"));
    }

    [Fact]
    public async Task Lists_OfFSharpAndPython_Cross()
    {
        await RunAsync("#!fsharp\nlet squares = [ for n in 1 .. 4 -> n * n ]");
        Assert.Equal("[1, 4, 9, 16]", await ResultAsync("#!python\n#!share --from fsharp squares\nlist(squares)"));

        await RunAsync("#!python\nroots = [1.0, 2.0, 3.0]");
        Assert.Equal("6", await ResultAsync("#!fsharp\n#!share --from python roots\nSeq.sum roots"));
    }

    [Fact]
    public async Task Set_TakesAValueOfPython()
    {
        await RunAsync("#!python\nanswer = 42");

        Assert.Equal("43", await ResultAsync("#!set --name mine --value @python:answer\nmine + 1"));
    }

    [Fact]
    public async Task Error_OfPython_IsTheCells_AndTheSessionGoesOn()
    {
        var outputs = await OutputsAsync("#!python\n1 / 0");

        Assert.Equal("ZeroDivisionError", Assert.Single(outputs.OfType<ErrorOutput>()).Name);
        Assert.Equal("2", await ResultAsync("1 + 1"));
    }

    [Fact]
    public async Task Completion_InsidePython_IsPythons()
    {
        await RunAsync("#!python\na_very_long_name = 1");
        const string Cell = "var csharp = 1;\n#!python\na_very_lo";

        var completion = await _session.CompleteAsync(Cell, Cell.Length, TestContext.Current.CancellationToken);

        Assert.Equal(("a_very_long_name", Cell.IndexOf("a_very", StringComparison.Ordinal)), (completion.Items[0].Text, completion.Start));
    }

    private async Task<IReadOnlyList<CellOutput>> OutputsAsync(string source)
    {
        var outputs = new List<CellOutput>();
        await _session.ExecuteAsync(new(source, $"cell {++_cells}"), outputs.Add, TestContext.Current.CancellationToken);
        return outputs;
    }

    private async Task RunAsync(string source) => Assert.Empty((await OutputsAsync(source)).OfType<ErrorOutput>().Select(error => error.Message));

    private async Task<string> ResultAsync(string source)
    {
        var outputs = await OutputsAsync(source);
        Assert.Empty(outputs.OfType<ErrorOutput>().Select(error => error.Message));
        return outputs.OfType<ResultOutput>().Last().Data.PlainText.Trim();
    }
}
