namespace FetchLab.Notebooks.Tests;

public sealed class CompletingFSharp : FSharpTest
{
    [Theory]
    [InlineData("[1].Le|", "Length")]
    [InlineData("List.ma|", "map")]
    [InlineData("earl|", "earlier")]
    [InlineData("let local = 1\nloc|", "local")]
    [InlineData("\n\nperson.Na|", "Name")]
    [InlineData("displ|", "display")]
    public async Task Names_AreFound(string source, string name)
    {
        await RunAsync("let earlier = 5\ntype Person = { Name: string }\nlet person = { Name = \"Ada\" }");
        var position = source.IndexOf('|', StringComparison.Ordinal);

        var completion = await FSharp.CompleteAsync(source.Remove(position, 1), position, TestContext.Current.CancellationToken);

        Assert.NotNull(completion);
        Assert.Equal(name, completion.Items[0].Text);
        Assert.Equal(position, completion.End);
        Assert.StartsWith(source[completion.Start..completion.End], name, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Name_IsInspected()
    {
        await RunAsync("let earlier = 5");

        var found = await FSharp.InspectAsync("1 + earlier", 6, TestContext.Current.CancellationToken);

        Assert.Equal("val earlier: int", found?.PlainText.Split('\n')[0].Trim());
        Assert.Null(await FSharp.InspectAsync("1 + 2", 2, TestContext.Current.CancellationToken));
    }
}
