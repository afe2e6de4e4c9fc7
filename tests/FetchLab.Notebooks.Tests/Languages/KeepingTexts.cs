namespace FetchLab.Notebooks.Tests;

public sealed class KeepingTexts : SessionTest
{
    [Fact]
    public async Task Text_IsKeptAsItStands_AndTakenByOthers()
    {
        await RunAsync("#!value --name page\n{ \"id\": 1 }\n#!time\n#!frobnicate\n#!csharp\nvar after = 1;");

        Assert.Equal("{ \"id\": 1 }\n#!time\n#!frobnicate", await ResultAsync("#!share --from value page\npage"));
        Assert.Equal("32", await ResultAsync("#!set --name copy --value @value:page\ncopy.Length + after"));
        Assert.Contains("\"id", (await ResultAsync("#!sql\n#!share --from value page\nSELECT $page AS text")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_IsReadFromAFile_BesideTheNotebook()
    {
        Write("page.txt", "from a file\n");

        Assert.Empty(await RunAsync("#!value --name page --from-file page.txt"));

        Assert.Equal("from a file\n", await ResultAsync("#!share --from value page\npage"));
    }

    [Fact]
    public async Task Text_WithAType_IsShownToo()
    {
        var shown = Assert.Single((await RunAsync("#!value --name page --mime-type text/html\n<b>bold</b>", language: "value")).OfType<DisplayOutput>());

        Assert.Equal("<b>bold</b>", shown.Data.ToJson()["text/html"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("#!value\ntext", "#!value needs a name, as in #!value --name page, with the text below it, or --from-file page.json.")]
    [InlineData("#!value --name page --from-file nowhere.txt", "#!value --from-file nowhere.txt: Could not find file")]
    [InlineData(
        "#!value --name page --from-url http://127.0.0.1:5000/apple/0",
        "#!value --from-url http://127.0.0.1:5000/apple/0: the engine fetches nothing by itself; let a cell fetch it: var page = await new HttpClient().GetStringAsync(\"http://127.0.0.1:5000/apple/0\");")]
    [InlineData("#!share --from value nothing", "there is no value 'nothing'; #!value --name nothing keeps the text that follows it.")]
    public async Task Mistake_GetsOneSentence(string cell, string begin)
    {
        var error = await ErrorAsync(cell);

        Assert.StartsWith(begin, error.Message, StringComparison.Ordinal);
        Assert.Single(error.Traceback);
    }

    [Fact]
    public async Task Cell_ThatIsAValueByItsMetadata_NeedsALineWithItsName() =>
        Assert.StartsWith("#!value needs a name", Assert.Single((await RunAsync("text", language: "value")).OfType<ErrorOutput>()).Message, StringComparison.Ordinal);
}
