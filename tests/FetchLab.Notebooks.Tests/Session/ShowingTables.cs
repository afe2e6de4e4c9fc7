namespace FetchLab.Notebooks.Tests;

public sealed class ShowingTables : SessionTest
{
    private const string Using =
        "using Microsoft.DotNet.Interactive.Formatting;\nusing static Microsoft.DotNet.Interactive.Formatting.PocketViewTags;\nrecord Row(string Name, int Age);\n";

    [Theory]
    [InlineData("new[] { (1, \"x\"), (20, \"y\") }", "Item1  Item2\n    1  x\n   20  y")]
    [InlineData("new Dictionary<string, int> { [\"one\"] = 1 }.OrderBy(pair => pair.Key)", "Key  Value\none      1")]
    [InlineData(
        "new List<Dictionary<string, object>> { new() { [\"a\"] = 1, [\"b\"] = \"x\" }, new() { [\"c\"] = null, [\"a\"] = 22 } }",
        " a  b  c\n 1  x\n22")]
    [InlineData("new List<object> { new Row(\"a\", 1), null, new Row(\"b\", 2) }", "Name  Age\na       1\n\nb       2")]
    [InlineData("new List<Row> { new(\"a\", 1), null }", "Name  Age\na       1")]
    [InlineData("new[] { new { A = (int?)null, B = new[] { 1, 2 }, C = DayOfWeek.Friday } }", "A  B          C\n   (2 items)  Friday")]
    [InlineData("from word in new[] { \"a\", \"bb\" } group word by word.Length into same select new { same.Key, Count = same.Count() }", "Key  Count\n  1      1\n  2      1")]
    public async Task Rows_OfOneKind_AreATable(string source, string text) => Assert.Equal(text, await ResultAsync(Using + source));

    [Fact]
    public async Task Objects_OfSeveralKinds_AreNone() =>
        Assert.DoesNotContain("fl-table", (await BundleAsync(Using + "new object[] { 1, \"x\", null, new Row(\"a\", 1) }")).Content["text/html"], StringComparison.Ordinal);

    [Fact]
    public async Task Markup_InACell_ShowsAsMarkup()
    {
        var bundle = await BundleAsync(Using + "new[] { new { Name = \"<b>\", Link = HTML(\"<a href='x'>l</a>\"), View = span(\"v\") } }");

        Assert.Contains("<td>&lt;b&gt;</td><td><a href='x'>l</a></td><td><span>v</span></td>", bundle.Content["text/html"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Formatter_OfTheItems_IsUsedInAListAndInATable()
    {
        await RunAsync(Using + "Formatter.Register<Row>((row, writer) => writer.Write($\"<u>{row.Name}</u>\"), \"text/html\");");

        Assert.Contains("<td><u>z</u></td>", (await BundleAsync("new[] { new Row(\"z\", 1) }")).Content["text/html"], StringComparison.Ordinal);
        Assert.Contains("<th>Who</th></tr></thead><tbody><tr><td><u>z</u></td>", (await BundleAsync("new[] { new { Who = new Row(\"z\", 1) } }")).Content["text/html"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_AsJson_AreRows()
    {
        var shown = Assert.IsType<DisplayOutput>((await RunAsync(Using + "new[] { new Row(\"a\", 1) }.Display(\"application/json\");"))[0]);

        Assert.Equal("[{\"Name\":\"a\",\"Age\":1}]", shown.Data.Content["application/json"]);
    }

    [Fact]
    public async Task Limit_OfLists_IsTheTables()
    {
        try
        {
            Assert.EndsWith(
                "\n3\n… 7 more rows, 10 in all",
                await ResultAsync(Using + "Formatter.ListExpansionLimit = 3;\nEnumerable.Range(1, 10).Select(n => new { n }).ToList()"),
                StringComparison.Ordinal);
        }
        finally
        {
            await RunAsync("Formatter.ResetToDefault();");
        }
    }

    [Fact]
    public async Task Reset_BringsBackWhatTheSessionBeganWith()
    {
        await RunAsync(Using + "Formatter.Register<Row>(row => \"mine\", \"text/plain\");");

        await RunAsync("Formatter.ResetToDefault();");

        Assert.Equal("Name  Age\na       1", await ResultAsync("new[] { new Row(\"a\", 1) }"));
        Assert.Equal("ms\n 1", await ResultAsync("using Microsoft.Data.Analysis;\nnew DataFrame(new DoubleDataFrameColumn(\"ms\", new[] { 1.0 }))"));
        Assert.Equal([new KeyValuePair<string, string>("text/plain", "1.5")], (await BundleAsync("1.5")).Content);
    }

    [Theory]
    [InlineData("new Uri(\"http://localhost/x\")", "http://localhost/x")]
    [InlineData("new Version(1, 2)", "1.2")]
    [InlineData("Func<int, string> name = n => \"\"; name", "Func<int, string>")]
    public async Task Value_ThatIsOneWord_IsThatWord(string source, string text) =>
        Assert.Equal([new KeyValuePair<string, string>("text/plain", text)], (await BundleAsync(source)).Content);

    private async Task<MimeBundle> BundleAsync(string source)
    {
        var outputs = await RunAsync(source);
        Assert.Empty(outputs.OfType<ErrorOutput>().Select(error => error.Message));
        return Assert.Single(outputs.OfType<ResultOutput>()).Data;
    }
}
