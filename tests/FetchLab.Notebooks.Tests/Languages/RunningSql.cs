namespace FetchLab.Notebooks.Tests;

public sealed class RunningSql : LanguageTest
{
    private const string Pages = "record Page(int Id, string Host, double? Ms, bool Ok); var pages = new List<Page> { new(1, \"a\", 1.5, true), new(2, \"b\", null, false), new(3, \"a\", 4, true) };";

    [Fact]
    public async Task List_OfRecords_IsATable_AndTheResultShowsAsCSharpShowsIt()
    {
        await DeclareAsync(Pages);

        var shown = Assert.IsType<ResultOutput>(Assert.Single(await RunAsync("#!sql --name slow\nselect host, count(*) as n, sum(ms) as ms from PAGES group by host order by host")));

        Assert.Equal("Host  n   ms\na     2  5.5\nb     1", string.Join('\n', shown.Data.PlainText.Split('\n').Select(line => line.TrimEnd())));
        Assert.Equal(shown.Data.Content["text/html"], Assert.IsType<ResultOutput>(Assert.Single(await RunAsync("slow"))).Data.Content["text/html"]);
    }

    [Fact]
    public async Task DataFrame_ThatIsKept_IsATableAgain()
    {
        await DeclareAsync(Pages);
        await DeclareAsync("#!sql --name slow\nfrom pages where ms > 1");

        Assert.Equal("DataFrame 2", await ResultAsync("$\"{slow.GetType().Name} {slow.Rows.Count}\""));
        await DeclareAsync("#!sql --name count\nselect count(*) as n from slow");
        Assert.Equal("2", await ResultAsync("count[\"n\"][0]"));
    }

    [Fact]
    public async Task Table_IsTheVariableAsItIsNow()
    {
        await DeclareAsync(Pages);
        await DeclareAsync("#!sql\nselect count(*) from pages");
        await DeclareAsync("pages.Add(new(4, \"c\", 1, true));\n#!sql --name counted\nselect count(*) n from pages");

        Assert.Equal("4", await ResultAsync("counted[\"n\"][0]"));
    }

    [Fact]
    public async Task Statements_AllRun_AndTheLastResultIsTheCells()
    {
        var outputs = await RunAsync("#!sql\ncreate temp table t as select 1 as a; select a from t;\n-- then\ninsert into t values (2); select sum(a) as s from t; ");

        Assert.Equal("a\n1", Assert.IsType<DisplayOutput>(outputs[0]).Data.PlainText);
        Assert.Equal("s\n3", Assert.IsType<ResultOutput>(outputs[1]).Data.PlainText);
        Assert.Equal("a\n1\n2", Assert.IsType<ResultOutput>(Assert.Single(await RunAsync("#!sql\nfrom t order by a"))).Data.PlainText);
    }

    [Fact]
    public async Task Table_OfItsOwn_ComesBeforeAVariableOfTheSameName()
    {
        await DeclareAsync(Pages);
        await DeclareAsync("#!sql\ncreate table pages as select id * 10 as id from pages");

        Assert.Equal("own  theirs\n 60       6", Assert.IsType<ResultOutput>(Assert.Single(
            await RunAsync("#!sql\nselect (select sum(id) from pages) as own, (select sum(id) from csharp.pages) as theirs"))).Data.PlainText);
    }

    [Fact]
    public async Task Parameter_IsAVariableWithASingleValue()
    {
        await DeclareAsync(Pages);
        await DeclareAsync("var limit = 2; string? host = \"a\";");

        Assert.Equal("Id\n 3", Assert.IsType<ResultOutput>(Assert.Single(
            (await RunAsync("#!sql\nselect 1 where '$limit' = '';\nselect id as \"Id\" from pages where id > $limit and host = $host")).Skip(1))).Data.PlainText);
    }

    [Theory]
    [InlineData("#!sql\n\nselect 1;\nselect *\nfrom nope", "CatalogError", "Table with name nope does not exist!", "   at cell 1:line 5")]
    [InlineData("#!sql\nselect 1 fro nope", "ParserError", "syntax error at or near \"nope\"", "   at cell 1:line 2")]
    [InlineData("#!sql\nselect ';' as a /* ; */;\n\nselect 1, 'x'::int as b,\n 2 from (select 1)", "ConversionError", "Could not convert string 'x' to INT32", "   at cell 1:line 4")]
    [InlineData("var a = 1;\n#!sql\nselect 1;\nselect 'x'::int", "ConversionError", "Could not convert string 'x' to INT32", "   at cell 1:line 4")]
    public async Task Mistake_IsShort_WithItsLine(string source, string name, string message, string place)
    {
        var error = await ErrorAsync(source);

        Assert.Equal(name, error.Name);
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.Equal([$"{name}: {error.Message}", place], error.Traceback);
    }

    [Theory]
    [InlineData("#!sql\nselect $many", "$many: there is no C# variable 'many', nor was one shared; declare it, as in int many = 10; in a C# cell.")]
    [InlineData("var rows = new List<int>();\n#!sql\nselect $rows", "$rows: a parameter is a single value, and rows is a List<int>; a table is named without the dollar sign.")]
    [InlineData("#!sql --name made\ncreate table t(a int)", "#!sql --name made: the last statement has no result to keep; end with a SELECT.")]
    [InlineData("#!sql --name 1x\nselect 1", "#!sql: '1x' cannot be a variable's name; take one such as total.")]
    public async Task Cell_ThatCannotBeFollowed_SaysWhy(string source, string message) => Assert.Equal(message, (await ErrorAsync(source)).Message);

    [Theory]
    [InlineData("#!sql\n-- nothing")]
    [InlineData("#!sql\n /* nor\n this */ ;")]
    public async Task Comments_AreNothing(string source) => Assert.Empty(await RunAsync(source));

    [Fact]
    public async Task Query_ThatIsInterrupted_Ends_AndTheSessionLives()
    {
        await DeclareAsync("#!sql\ncreate table kept as select 1 as a");
        using var stop = new CancellationTokenSource();
        var outputs = new List<CellOutput>();

        var running = Session.ExecuteAsync(
            new("#!sql\nselect 'begun' as a; select count(*) from range(1000000) a, range(1000000) b where (a.range * b.range) % 7 = 3; select 2", "cell"),
            output =>
            {
                outputs.Add(output);
                stop.CancelAfter(100);
            },
            stop.Token);
        await Task.Delay(300, TestContext.Current.CancellationToken);
        await stop.CancelAsync();

        Assert.False(await running.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
        Assert.Equal("the cell was interrupted.", Assert.Single(outputs.OfType<ErrorOutput>()).Message);
        Assert.Equal("a\n1", Assert.IsType<ResultOutput>(Assert.Single(await RunAsync("#!sql\nfrom kept"))).Data.PlainText);
    }

    [Fact]
    public async Task Sequence_WithoutEnd_IsGivenUp_WhenTheCellIsInterrupted()
    {
        await DeclareAsync("record Row(int N); IEnumerable<Row> Endless() { while (true) yield return new(1); }\nvar endless = Endless();");
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        var outputs = new List<CellOutput>();

        Assert.False(await Session.ExecuteAsync(new("#!sql\nfrom endless", "cell"), outputs.Add, stop.Token));

        Assert.Equal("the cell was interrupted.", Assert.IsType<ErrorOutput>(Assert.Single(outputs)).Message);
        Assert.Equal("n\n2", Assert.IsType<ResultOutput>(Assert.Single(await RunAsync("#!sql\nselect 2 as n"))).Data.PlainText);
    }

    [Fact]
    public async Task File_IsLookedForInTheNotebooksFolder()
    {
        Write("data.csv", "a,b\n1,2\n");

        Assert.Equal("a  b\n1  2", Assert.IsType<ResultOutput>(Assert.Single(await RunAsync("#!sql\nfrom 'data.csv'"))).Data.PlainText);
    }
}
