namespace FetchLab.Notebooks.Tests;

public sealed class Completing : LanguageTest
{
    [Fact]
    public async Task Member_OfAnEarlierCellsVariable_IsOffered()
    {
        await DeclareAsync("class Site { public int Pages => 3; public Task RunAsync() => Task.CompletedTask; int _hidden; }");
        await DeclareAsync("var site = new Site();");

        var found = await CompleteAsync("site.|");

        Assert.Equal((5, 5), (found.Start, found.End));
        Assert.Equal(
            [
                new("Pages", "property"), new("RunAsync", "method"), new("Display", "method"),
                new("Equals", "method"), new("GetHashCode", "method"), new("GetType", "method"), new("ToString", "method"),
            ],
            found.Items);
    }

    [Theory]
    [InlineData("var x = lon|", "longName", "variable")]
    [InlineData("Cons|", "Console", "class")]
    [InlineData("whil|", "while", "keyword")]
    [InlineData("int local = 1; { loc|", "local", "variable")]
    [InlineData("using System.Thr|", "Threading", "namespace")]
    [InlineData("disp|", "display", "method")]
    [InlineData("\"a\".Subs|", "Substring", "method")]
    [InlineData("new[] { 1 }.Sele|", "Select", "method")]
    [InlineData("DayOfWeek.F|", "Friday", "enum member")]
    [InlineData("new List<int>(cap|", "capacity:", "parameter")]
    [InlineData("var text = $\"{lon|}\";", "longName", "variable")]
    [InlineData("new Point { Dep|", "Depth", "property")]
    public async Task FirstItem_IsWhatFitsBest(string typed, string text, string kind)
    {
        await DeclareAsync("var longName = 1; class Point { public int Depth { get; set; } }");

        Assert.Equal(new(text, kind), (await CompleteAsync(typed)).Items[0]);
    }

    [Theory]
    [InlineData("Console.Wr|", 8, 10)]
    [InlineData("Console.Wr|ong(1)", 8, 13)]
    [InlineData("var s = \"👍🏽\"; Con|", 16, 19)]
    [InlineData("var s = 1;\r\nCon|\r\nvar t = 2;", 12, 15)]
    [InlineData("#!csharp\nCon|", 9, 12)]
    public async Task Stretch_IsTheNameAroundTheCursor(string typed, int start, int end)
    {
        var found = await CompleteAsync(typed);

        Assert.Equal((start, end), (found.Start, found.End));
        Assert.Contains(found.Items, item => item.Text is "Console" or "WriteLine");
    }

    [Theory]
    [InlineData("var s = \"Con|")]
    [InlineData("var s = \"Con|\";")]
    [InlineData("var s = @\"\nCon|\n\";")]
    [InlineData("var s = \"\"\"\nCon|\n\"\"\";")]
    [InlineData("var s = $\"Con|{1}\";")]
    [InlineData("var s = $\"|\";")]
    [InlineData("var c = 'C|'")]
    [InlineData("// Con|")]
    [InlineData("/* Con| */")]
    [InlineData("/// Con|\nclass A { }")]
    [InlineData("var n = 12|")]
    [InlineData("#!html\n<p>Con|</p>")]
    public async Task InsideATextOrAComment_NothingIsOffered(string typed) => Assert.Empty(await TextsAsync(typed));

    [Fact]
    public async Task Items_MatchThePrefix_BestFirst_EachOnce()
    {
        await DeclareAsync("class Words { public int WriteLine; public int wr; public int WRAP; public int Wrong; public int WideRoad; public void Wrap(int a) { } public void Wrap() { } }");

        Assert.Equal(["wr", "WRAP", "Wrap", "WriteLine", "Wrong", "WideRoad"], await TextsAsync("new Words().wr|"));
    }

    [Fact]
    public async Task Items_WithNothingTyped_BeginWithThePersonsVariables_AndAreNotEndless()
    {
        await DeclareAsync("int zebra = 1; int apple = 2;");

        var texts = await TextsAsync("|");

        Assert.Equal(["apple", "zebra"], texts.Take(2));
        Assert.Equal(200, texts.Count);
        Assert.Equal(texts.Count, texts.Distinct().Count());
    }

    [Fact]
    public async Task Position_InTheMiddleOfACell_SeesWhatStandsBeforeIt()
    {
        var texts = await TextsAsync("var first = \"a\";\nfirst.Len|\nvar second = 2;");

        Assert.Equal(["Length"], texts);
    }

    [Fact]
    public async Task Override_IsNotOffered() =>
        Assert.DoesNotContain(await TextsAsync("class A { public override |"), text => text.Contains("ToString", StringComparison.Ordinal));

    [Fact]
    public async Task BeforeAnyCell_TheSessionsUsingsCount() => Assert.Equal("Enumerable", (await TextsAsync("Enumerabl|"))[0]);

    [Fact]
    public async Task DirectiveLines_AreInNobodysWay() =>
        Assert.Equal(["Length"], await TextsAsync("#r \"nuget: Some.Package, 1.0\"\n#!time\n#i \"nuget:x\"\nvar s = \"\";\ns.Leng|"));

    [Fact]
    public async Task Position_OutsideTheCode_IsTakenToItsEnd()
    {
        var found = await Session.CompleteAsync("Console.Wri", 99, TestContext.Current.CancellationToken);

        Assert.Equal((8, 11), (found.Start, found.End));
        Assert.Equal(["Write", "WriteLine"], found.Items.Select(item => item.Text));
    }
}
