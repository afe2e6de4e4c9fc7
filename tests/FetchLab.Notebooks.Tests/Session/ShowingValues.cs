namespace FetchLab.Notebooks.Tests;

public sealed class ShowingValues : SessionTest
{
    [Theory]
    [InlineData("3.5", "3.5")]
    [InlineData("\"a\\nb\"", "a\nb")]
    [InlineData("DayOfWeek.Monday", "Monday")]
    [InlineData("true", "True")]
    public async Task Value_OfOneWord_IsPlainTextAlone(string source, string text)
    {
        var bundle = await BundleAsync(source);

        Assert.Equal([new KeyValuePair<string, string>("text/plain", text)], bundle.Content);
    }

    [Fact]
    public async Task Null_ThatIsDisplayed_ShowsAsNull() =>
        Assert.Equal("<null>", Assert.IsType<DisplayOutput>((await RunAsync("display(null);"))[0]).Data.PlainText);

    [Fact]
    public async Task Records_InASequence_AreATable()
    {
        await RunAsync("record Row(int Id, string Name, TimeSpan Took);");

        var bundle = await BundleAsync("new[] { new Row(1, \"<b>\", TimeSpan.FromMilliseconds(52.3)), new Row(20, \"c\", TimeSpan.FromSeconds(3)) }");

        Assert.Equal("Id  Name     Took\n 1  <b>   52.3 ms\n20  c         3 s", bundle.PlainText);
        Assert.Contains("<td>&lt;b&gt;</td><td class=\"n\">52.3 ms</td>", bundle.Content["text/html"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sequence_WithoutEnd_IsReadNoFurtherThanItIsShown()
    {
        await RunAsync("record Row(int Id); int made = 0; IEnumerable<Row> Endless() { while (true) yield return new Row(++made); }");

        var bundle = await BundleAsync("Endless()");

        Assert.EndsWith("25\n… more rows", bundle.PlainText, StringComparison.Ordinal);
        Assert.Equal("26", await ResultAsync("made"));
    }

    [Fact]
    public async Task LongList_SaysHowManyRowsThereAre() => Assert.EndsWith(
        "… 1,975 more rows, 2,000 in all",
        (await BundleAsync("Enumerable.Range(0, 2000).Select(i => new { i }).ToList()")).PlainText,
        StringComparison.Ordinal);

    [Fact]
    public async Task Numbers_InAList_StayAList() =>
        Assert.Equal("[ 1, 2, 3 ]", (await BundleAsync("new List<int> { 1, 2, 3 }")).PlainText.Trim());

    [Fact]
    public async Task DataFrame_IsATable()
    {
        var bundle = await BundleAsync(
            "using Microsoft.Data.Analysis;\nnew DataFrame(new DoubleDataFrameColumn(\"ms\", new[] { 1.5, 20 }), new StringDataFrameColumn(\"host\", new[] { \"apple\", \"github\" }))");

        Assert.Equal(" ms  host\n1.5  apple\n 20  github", bundle.PlainText);
        Assert.Contains("<th class=\"n\">ms</th><th>host</th>", bundle.Content["text/html"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Html_ShowsAsItself() => Assert.Equal("<b>x</b>", (await BundleAsync("HTML(\"<b>x</b>\")")).Content["text/html"]);

    [Fact]
    public async Task Formatter_ThatACellRegisters_IsUsed()
    {
        await RunAsync(
            "using Microsoft.DotNet.Interactive.Formatting;\nclass Celsius { public double Degrees; }\n"
            + "Formatter.Register<Celsius>(c => $\"<i>{c.Degrees} °C</i>\", \"text/html\");");

        Assert.Equal("<i>21 °C</i>", (await BundleAsync("new Celsius { Degrees = 21 }")).Content["text/html"]);
    }

    [Fact]
    public async Task Formatter_ForASequence_WinsOverTheTable()
    {
        await RunAsync(
            "using Microsoft.DotNet.Interactive.Formatting;\nrecord Leg(int Km); class Route : List<Leg> { }\n"
            + "Formatter.Register<Route>(r => $\"{r.Sum(leg => leg.Km)} km\", \"text/plain\");");

        Assert.Equal("3 km", (await BundleAsync("new Route { new(1), new(2) }")).PlainText);
    }

    [Fact]
    public async Task Type_ThatBringsItsFormatterByConvention_ShowsAllItsRepresentations()
    {
        await RunAsync(
            """
            class TypeFormatterSourceAttribute : Attribute
            {
                public TypeFormatterSourceAttribute(Type formatterSourceType) => FormatterSourceType = formatterSourceType;
                public Type FormatterSourceType { get; }
                public string[] PreferredMimeTypes { get; set; }
            }
            class Shown { public string MimeType { get; set; } public bool Format(object value, System.IO.TextWriter writer) { writer.Write("as " + MimeType); return true; } }
            class Source { public IEnumerable<object> CreateTypeFormatters() { yield return new Shown { MimeType = "text/html" }; yield return new Shown { MimeType = "image/svg+xml" }; yield return new Shown { MimeType = "text/plain" }; } }
            [TypeFormatterSource(typeof(Source), PreferredMimeTypes = new[] { "text/html", "image/svg+xml", "text/plain" })] class Picture { }
            """);

        var bundle = await BundleAsync("new Picture()");

        Assert.Equal(["text/html", "image/svg+xml", "text/plain"], bundle.Content.Keys);
        Assert.All(bundle.Content, entry => Assert.Equal($"as {entry.Key}", entry.Value));
    }

    [Fact]
    public async Task DisplayedValue_Updates_WhereItStands()
    {
        var first = Assert.IsType<DisplayOutput>((await RunAsync("var shown = display(1);"))[0]);

        var update = Assert.IsType<UpdateOutput>((await RunAsync("shown.Update(2);"))[0]);

        Assert.Equal(first.DisplayId, update.DisplayId);
        Assert.Equal("2", update.Data.PlainText);
    }

    [Fact]
    public async Task Display_NeedsNoUsing()
    {
        var outputs = await RunAsync("1.Display(); \"*x*\".DisplayAs(\"text/markdown\"); new[] { new { A = 1 } }.DisplayTable();");

        Assert.Equal(["1", "", "A\n1"], outputs.Cast<DisplayOutput>().Select(shown => shown.Data.PlainText));
        Assert.Equal("*x*", ((DisplayOutput)outputs[1]).Data.Content["text/markdown"]);
    }

    [Fact]
    public async Task Exception_AsAValue_IsOneLine() =>
        Assert.Equal("ArgumentException: no good", (await BundleAsync("new ArgumentException(\"no good\")")).PlainText);

    private async Task<MimeBundle> BundleAsync(string source)
    {
        var outputs = await RunAsync(source);
        Assert.Empty(outputs.OfType<ErrorOutput>().Select(error => error.Message));
        return Assert.Single(outputs.OfType<ResultOutput>()).Data;
    }
}
