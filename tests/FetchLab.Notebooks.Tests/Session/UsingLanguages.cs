namespace FetchLab.Notebooks.Tests;

public sealed class UsingLanguages : SessionTest
{
    [Theory]
    [InlineData("#!html\n<b>it's</b>", "text/html", "<b>it's</b>")]
    [InlineData("#!markdown\n# Title", "text/markdown", "# Title")]
    [InlineData("#!md\n#r \"x\"", "text/markdown", "#r \"x\"")]
    [InlineData("#!js\nalert(1)", "text/html", "<script type=\"text/javascript\">alert(1)</script>")]
    public async Task Text_AfterASwitch_IsShown(string source, string mimeType, string content) =>
        Assert.Equal(content, Assert.IsType<DisplayOutput>(Assert.Single(await RunAsync(source))).Data.Content[mimeType]);

    [Fact]
    public async Task Switches_HoldUntilTheNextOne()
    {
        var outputs = await RunAsync("var a = 1;\n#!html\n<i>/* one</i>\n#!csharp\nConsole.Write(a);\n#!c#\nthrow new Exception();");

        Assert.Equal("<i>/* one</i>", Assert.IsType<DisplayOutput>(outputs[0]).Data.Content["text/html"]);
        Assert.Equal(new StreamOutput("stdout", "1"), outputs[1]);
        Assert.Equal("   at cell 1:line 7", Assert.IsType<ErrorOutput>(outputs[2]).Traceback[^1]);
    }

    [Fact]
    public async Task Language_OfTheCellsMetadata_IsHonoured()
    {
        Assert.Equal("x", Assert.IsType<DisplayOutput>(Assert.Single(await RunAsync("x", "html"))).Data.Content["text/html"]);
        Assert.Equal("2", Assert.IsType<ResultOutput>(Assert.Single(await RunAsync("1 + 1", "polyglot-notebook"))).Data.PlainText);
    }

    [Fact]
    public async Task Diagram_IsShownAsItsSource() => Assert.Equal(
        "The source of a Mermaid diagram, which the engine does not draw:\n\n```mermaid\ngraph LR\n  a --> b\n```",
        Assert.IsType<DisplayOutput>(Assert.Single(await RunAsync("#!mermaid\ngraph LR\n  a --> b"))).Data.Content["text/markdown"]);

    [Theory]
    [InlineData("#!kql\nlet x = 'a", "#!kql: the engine does not have KQL; it runs {languages}.")]
    [InlineData("#!html\n<b/>\n#!pwsh\ndir", "#!pwsh: the engine does not have PowerShell; it runs {languages}.")]
    [InlineData("#!python\nprint('a", "#!python: python is not connected; connect it first: #!connect jupyter --kernel-name python --kernel-spec python3.")]
    public async Task Language_ThatIsMissing_IsSaidInOneSentence(string source, string message) =>
        Assert.Equal(message.Replace("{languages}", Languages.All, StringComparison.Ordinal), (await ErrorAsync(source)).Message);

    [Fact]
    public async Task Time_ShowsHowLongTheCellTook()
    {
        var outputs = await RunAsync("#!time\n1 + 1");

        Assert.IsType<ResultOutput>(outputs[0]);
        Assert.Matches(@"^Wall time: \d+\.\d+ms$", Assert.IsType<DisplayOutput>(outputs[1]).Data.PlainText);
    }

    [Fact]
    public async Task Who_ListsTheVariables()
    {
        await RunAsync("var a = 1; var names = new List<string> { \"x\" };");
        await RunAsync("var a = \"two\"; (int, string)? pair = null;");

        Assert.Equal("names, a, pair", Text(await RunAsync("#!who")));
        Assert.Equal(
            "Name   Type            Value\nnames  List<string>    (1 items)\na      string          two\npair   (int, string)?  null",
            Text(await RunAsync("#!whos")));
    }

    [Fact]
    public async Task List_HasEveryDirectiveThatWorks()
    {
        var text = Text(await RunAsync("#!lsmagic"));

        Assert.All(KnownDirectives.Working, directive => Assert.Contains(directive.Names[0], text, StringComparison.Ordinal));
        Assert.Contains("#!time             shows how long the cell took.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task About_SaysWhatRunsTheCells() =>
        Assert.StartsWith("FetchLab notebook engine\nC# 14, compiler 5.", Text(await RunAsync("#!about")), StringComparison.Ordinal);

    [Fact]
    public async Task Import_OfATextNotebook_RunsItsCells()
    {
        Write("other.dib", "#!meta\n\n{\"kernelInfo\":{}}\n\n#!markdown\n\n# Prose\n\n#!csharp\n\nint a = 1;\n\n#!html\n\n<b>x</b>\n\n#!csharp\n\nint b = a + 1;\n");

        var outputs = await RunAsync("#!import other.dib\na + b");

        Assert.Equal("<b>x</b>", Assert.IsType<DisplayOutput>(outputs[0]).Data.Content["text/html"]);
        Assert.Equal("3", Assert.IsType<ResultOutput>(outputs[1]).Data.PlainText);
    }

    private static string Text(IReadOnlyList<CellOutput> outputs) => Assert.IsType<DisplayOutput>(Assert.Single(outputs)).Data.PlainText;
}
