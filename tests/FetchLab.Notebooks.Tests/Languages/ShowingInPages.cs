namespace FetchLab.Notebooks.Tests;

public sealed class ShowingInPages : LanguageTest
{
    [Theory]
    [InlineData("1.5", "1.5")]
    [InlineData("double.NaN", "null")]
    [InlineData("(string?)null", "null")]
    [InlineData("\"</script><b>é\\u2028\"", "\"\\u003C/script\\u003E\\u003Cb\\u003Eé\\u2028\"")]
    [InlineData("new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc)", "\"2026-01-02T03:04:05Z\"")]
    [InlineData("TimeSpan.FromMilliseconds(52.3)", "52.3")]
    [InlineData("new[] { 1, 2 }", "[1,2]")]
    [InlineData("new List<Page> { new(1, double.PositiveInfinity), new(2, 0.5) }", "[{\"Id\":1,\"Ms\":null},{\"Id\":2,\"Ms\":0.5}]")]
    [InlineData("new Dictionary<string, object> { [\"a\"] = new { B = true } }", "{\"a\":{\"B\":true}}")]
    [InlineData("(1, \"x\")", "{\"Item1\":1,\"Item2\":\"x\"}")]
    [InlineData("new Microsoft.Data.Analysis.DataFrame(new Microsoft.Data.Analysis.DoubleDataFrameColumn(\"ms\", new double?[] { 1, null }))", "[{\"ms\":1},{\"ms\":null}]")]
    [InlineData("DayOfWeek.Friday", "\"Friday\"")]
    public async Task Value_IsPutBeforeTheScript_AsJson(string value, string json)
    {
        await DeclareAsync($"record Page(int Id, double Ms);\nvar it = {value};");

        Assert.Equal(
            $"<script type=\"text/javascript\">var it = {json};</script><script type=\"text/javascript\">use(it)</script>",
            Html(Assert.Single(await RunAsync("#!javascript\n#!share --from csharp it\nuse(it)"))));
        Assert.Equal("<script type=\"text/javascript\">use(it)</script>", Html(Assert.Single(await RunAsync("#!js\nuse(it)"))));
    }

    [Fact]
    public async Task Values_OfSeveralDirectives_ComeInOneScript_AlsoForHtml()
    {
        await DeclareAsync("var a = 1;");
        await DeclareAsync("#!sql\ncreate table t as select 2 as n");

        Assert.Equal(
            "<script type=\"text/javascript\">var a = 1;\nvar rows = [{\"n\":2}];\nvar text = \"x\";</script><b id=\"b\"></b>",
            Html(Assert.Single(await RunAsync("#!html\n#!share --from csharp a\n#!share --from sql t --as rows\n#!set --name text --value x\n<b id=\"b\"></b>"))));
    }

    [Fact]
    public async Task Value_WithoutAScriptAfterIt_IsPutAllTheSame() => Assert.Equal(
        "<script type=\"text/javascript\">var a = 1;</script>", Html(Assert.Single(await RunAsync("#!js\n#!set --name a --value 1"))));

    [Theory]
    [InlineData("#!js\n#!set --name a-b --value 1", "'a-b' cannot be a script's variable; take a name such as total.")]
    [InlineData("class Loop { public Loop Self => this; }\nvar loop = new Loop();\n#!js\n#!share --from csharp loop", "loop is nested more than 32 deep, and cannot be a value of a page; share a part of it, such as its rows.")]
    public async Task Value_ThatDoesNotFit_IsSaid(string source, string message) => Assert.Equal(message, (await ErrorAsync(source)).Message);

    private static string Html(CellOutput output) => Assert.IsType<DisplayOutput>(output).Data.Content["text/html"];
}
