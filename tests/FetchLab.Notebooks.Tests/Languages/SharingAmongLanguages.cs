namespace FetchLab.Notebooks.Tests;

/// <summary>C#, F# and SQL in one session: what one of them has made, the others take.</summary>
public sealed class SharingAmongLanguages : LanguageTest
{
    [Fact]
    public async Task FSharp_TakesAndGives_TheSameObject()
    {
        await ResultAsync("var list = new List<int> { 1, 2, 3 }; list.Count");

        Assert.Equal("6", await ResultAsync("#!fsharp\n#!share --from csharp list\nlist.Add 4\nlet copy = list\nSeq.sum copy - list.Count"));
        Assert.Equal("True 4", await ResultAsync("#!share --from fsharp copy\n$\"{object.ReferenceEquals(list, copy)} {list.Count}\""));
    }

    [Theory]
    [InlineData("42", "Int32")]
    [InlineData("9000000000L", "Int64")]
    [InlineData("0.1", "Double")]
    [InlineData("1.5M", "Decimal")]
    [InlineData("true", "Boolean")]
    [InlineData("\"Ωμέγα\"", "String")]
    [InlineData("System.DateTime(2026, 1, 2)", "DateTime")]
    [InlineData("[ 1; 2 ]", "FSharpList<Int32>")]
    public async Task ValueOfFSharp_KeepsItsType_InCSharp(string value, string type)
    {
        await RunAsync($"#!fsharp\nlet value = {value}");

        Assert.Equal(type, await ResultAsync(
            "#!share --from fsharp value\nvar seen = value.GetType(); seen.IsGenericType ? \"FSharpList<Int32>\" : seen.Name"));
    }

    [Fact]
    public async Task Set_GivesFSharpAVariable_AndCSharpAValueOfIt()
    {
        Assert.Equal("11", await ResultAsync("#!fsharp\n#!set --name ten --value 10\nten + 1"));
        Assert.Equal("12", await ResultAsync("#!set --name mine --value @fsharp:ten\nmine + 2"));
    }

    [Fact]
    public async Task TableOfFSharp_GoesThroughCSharpIntoSql_AndBack()
    {
        await RunAsync("#!fsharp\nlet rows = [ (1, \"a\"); (2, \"b\"); (3, \"b\") ]");
        await RunAsync("#!share --from fsharp rows\nvar table = rows.Select(row => new { id = row.Item1, name = row.Item2 }).ToList();");
        await RunAsync("#!sql --name counted\nselect name, count(*)::int as times from \"table\" group by name order by name");

        Assert.Equal("3", await ResultAsync("#!fsharp\n#!share --from csharp counted\ncounted.Columns[\"times\"].[0] :?> int |> (+) (counted.Columns[\"times\"].[1] :?> int)"));
    }

    [Fact]
    public async Task Cell_WhoseMetadataSaysFSharp_IsFSharp()
    {
        var outputs = await RunAsync("let square x = x * x\nsquare 12", language: "fsharp");

        Assert.Equal("144", Assert.Single(outputs.OfType<ResultOutput>()).Data.PlainText);
    }

    [Fact]
    public async Task Error_OfFSharp_PointsIntoTheCell()
    {
        var error = await ErrorAsync("var before = 1;\n#!fsharp\nlet x : int = \"no number\"");

        Assert.Equal("CompileError", error.Name);
        Assert.Contains("(3,15)", error.Traceback[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Completion_InsideFSharp_IsFSharps()
    {
        await RunAsync("#!fsharp\nlet aVeryLongName = 1");
        const string Cell = "var csharp = 1;\n#!fsharp\naVeryLo";

        var completion = await Session.CompleteAsync(Cell, Cell.Length, TestContext.Current.CancellationToken);

        Assert.Equal("aVeryLongName", completion.Items[0].Text);
        Assert.Equal(Cell.IndexOf("aVeryLo", StringComparison.Ordinal), completion.Start);
    }
}
