namespace FetchLab.Notebooks.Tests;

public sealed class CompletingDirectives : LanguageTest
{
    [Fact]
    public async Task Name_IsCompleted()
    {
        var found = await CompleteAsync("var a = 1;\n#!m|");

        Assert.Equal((11, 14), (found.Start, found.End));
        Assert.Equal(["#!markdown", "#!mermaid"], found.Items.Select(item => item.Text));
    }

    [Theory]
    [InlineData("#!import |", "deep/ one.csx two.ipynb")]
    [InlineData("#!import \"t|", "two.ipynb")]
    [InlineData("#!import deep/|", "deep/three.cs")]
    [InlineData("#load \"|", "deep/ one.csx")]
    [InlineData("#r \"|", "nuget: deep/ Greeter.dll")]
    [InlineData("#r \"nu|", "nuget:")]
    [InlineData("#r \"nowhere/|", "")]
    [InlineData("#!time |", "")]
    public async Task Files_AreOffered_WhereADirectiveTakesThem(string typed, string texts)
    {
        Directory.CreateDirectory(Path.Combine(Folder, "deep"));
        foreach (var name in new[] { "one.csx", "two.ipynb", "Greeter.dll", "notes.txt", "deep/three.cs" }) Write(name, "");

        Assert.Equal(texts.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), (await TextsAsync(typed)).Order());
    }

    [Fact]
    public async Task Argument_IsReplacedWhole()
    {
        Write("setup.csx", "");

        Assert.Equal((9, 12), await CompleteAsync("#!import set|") is var found ? (found.Start, found.End) : default);
    }
}
