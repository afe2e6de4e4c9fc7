namespace FetchLab.Notebooks.Tests;

public sealed class CompletingLanguages : LanguageTest
{
    [Theory]
    [InlineData("#!sql\nselect h|", "HAVING")]
    [InlineData("#!sql\nselect h| from pages", "Host HAVING")]
    [InlineData("#!sql\nfrom pages p where p.|", "Id Host")]
    [InlineData("#!sql\nfrom pages as p where p.i|", "Id")]
    [InlineData("#!sql\nfrom pages where pages.ho|", "Host")]
    [InlineData("#!sql\nfrom kept where kept.|", "n s")]
    [InlineData("#!sql\nfrom pag|", "pages")]
    [InlineData("#!sql\nfrom nothing where nothing.|", "")]
    public async Task Sql_OffersTablesAndColumns(string typed, string texts)
    {
        await DeclareAsync("record Page(int Id, string Host); var pages = new List<Page>();");
        await DeclareAsync("#!sql\ncreate temp table kept as select 1 as n, 'x' as s");

        Assert.Equal(texts.Split(' ', StringSplitOptions.RemoveEmptyEntries), await TextsAsync(typed));
    }

    [Fact]
    public async Task Positions_AreTheCells()
    {
        await DeclareAsync("record Page(int Id, string Host); var pages = new List<Page>();");

        var found = await CompleteAsync("pages.Clear();\n#!sql\nfrom pages where ho|st = 1\n#!csharp\npages.Clear();");

        Assert.Equal((38, 42), (found.Start, found.End));
        Assert.Equal(["Host"], found.Items.Select(item => item.Text));
    }

    [Fact]
    public async Task CSharp_BeforeAndAfterAnotherLanguage_IsCompletedAsBefore()
    {
        await DeclareAsync("var pages = new List<int>();");

        Assert.Contains("Clear", await TextsAsync("#!sql\nselect ' from\n#!csharp\npages.Cl|"));
        Assert.Contains("Clear", await TextsAsync("pages.Cl|\n#!sql\nselect ' from"));
        Assert.Empty(await TextsAsync("#!html\npages.Cl|"));
    }

    [Fact]
    public async Task Directives_AreOffered_InAnotherLanguageToo()
    {
        Assert.Equal(["#!set", "#!share", "#!sql"], await TextsAsync("#!sql\n#!s|"));
        Assert.Equal(["#!connect", "#!csharp"], await TextsAsync("#!c|"));
    }

    [Theory]
    [InlineData("#!sql\nfrom pa|ges", "table pages\n    Id int\n    Host string")]
    [InlineData("#!sql\nselect ho|st from pages", "pages.Host string")]
    [InlineData("#!sql\nfrom pages;\n#!csharp\npa|ges", "List<Page> pages")]
    public async Task Hover_TellsWhatANameIs(string typed, string text)
    {
        await DeclareAsync("record Page(int Id, string Host); var pages = new List<Page>();");

        Assert.Equal(text, await PlainAsync(typed));
    }
}
