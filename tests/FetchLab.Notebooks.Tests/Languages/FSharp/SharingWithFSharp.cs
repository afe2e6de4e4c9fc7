namespace FetchLab.Notebooks.Tests;

public sealed class SharingWithFSharp : FSharpTest
{
    [Theory]
    [InlineData("42", typeof(int))]
    [InlineData("1.5", typeof(double))]
    [InlineData("\"text\"", typeof(string))]
    [InlineData("true", typeof(bool))]
    [InlineData("DateTime(2024, 1, 2)", typeof(DateTime))]
    [InlineData("[1; 2]", typeof(Microsoft.FSharp.Collections.FSharpList<int>))]
    [InlineData("dict [\"a\", 1]", typeof(IDictionary<string, int>))]
    public async Task Value_OfFSharp_KeepsItsType(string source, Type type)
    {
        await RunAsync($"let value = {source}");

        Assert.IsType(type, await GetAsync("value"), exactMatch: false);
    }

    [Fact]
    public async Task Value_IsTheVeryOne_AndTyped()
    {
        var list = new List<int> { 1, 2 };
        await SetAsync("numbers", list);
        await SetAsync("count", 3);

        await RunAsync("numbers.Add(numbers.[0] + count)");

        Assert.Equal([1, 2, 4], list);
        Assert.Same(list, await GetAsync("numbers"));
    }

    [Fact]
    public async Task Null_IsAnObject()
    {
        await SetAsync("nothing", null);

        Assert.Null(await GetAsync("nothing"));
        Assert.Equal("True", await ResultAsync("isNull nothing"));
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("let")]
    public async Task Name_ThatIsNone_IsSaid(string name) => Assert.Equal(
        $"'{name}' is no name for an F# variable; try 'answers'.",
        (await Assert.ThrowsAsync<NotebookException>(() => SetAsync(name, null))).Message);

    [Fact]
    public async Task Variable_ThatIsMissing_IsSaid()
    {
        const string message = "F# has no variable 'a'; a cell such as  let a = 1  makes one.";

        Assert.Equal(message, (await Assert.ThrowsAsync<NotebookException>(() => GetAsync("a"))).Message);
        await RunAsync("let b = 1");
        Assert.Equal(message, (await Assert.ThrowsAsync<NotebookException>(() => GetAsync("a"))).Message);
    }

    [Fact]
    public async Task Type_OfALibraryThatCSharpReferenced_IsTheSame()
    {
        var library = Path.Combine(Path.GetDirectoryName(InterruptingALesson.LabScript())!, "../artifacts/lab/FetchLab.dll");
        var run = await CSharpAsync(
            $"#r \"{library}\"\nusing FetchLab;\nvar site = new VirtualSite();\nvar run = await site.RunAsync(Fetch.OneAtATime, site.Pages(3));", "run");
        await SetAsync("run", run);

        await RunAsync(
            """
            open FetchLab
            let pages = run.Records.Count
            let same = run
            let site = VirtualSite()
            let again = site.RunAsync(Fetch.Async 2, site.Pages 4) |> Async.AwaitTask |> Async.RunSynchronously
            """);

        Assert.Equal(3, await GetAsync("pages"));
        Assert.Same(run, await GetAsync("same"));
        Assert.Same(run!.GetType(), (await GetAsync("again"))!.GetType());
        Assert.Equal("4", await ResultAsync("again.Records.Count"));
    }

    [Fact]
    public async Task DataFrame_IsTheEngines()
    {
        var frame = await CSharpAsync("using Microsoft.Data.Analysis;\nvar frame = new DataFrame(new Int32DataFrameColumn(\"n\", new[] { 1, 2 }));", "frame");
        await SetAsync("frame", frame);

        Assert.Equal("2", await ResultAsync("frame.Rows.Count"));
        Assert.Equal("n\n1\n2", await ResultAsync("frame"));
    }

    [Fact]
    public async Task Type_OfACSharpCell_IsAnObjectToFSharp()
    {
        var people = await CSharpAsync("public record Person(string Name, int Age);\nvar people = new List<Person> { new(\"Ada\", 36) };", "people");
        await SetAsync("people", people);

        Assert.Equal("Name  Age\nAda    36", await ResultAsync("people"));
        Assert.Same(people, await GetAsync("people"));
    }

    [Fact]
    public async Task Records_OfFSharp_CanBeReadByCSharp()
    {
        await RunAsync("type Person = { Name: string; Age: int }\nlet people = [ { Name = \"Ada\"; Age = 36 } ]");
        var people = Assert.IsType<IEnumerable<object>>(await GetAsync("people"), exactMatch: false);

        Assert.Equal("Ada", ((dynamic)Assert.Single(people)).Name);
        Assert.Equal("Name  Age\nAda    36", ValueFormatter.Format(people).PlainText);
    }

    [Fact]
    public async Task Sessions_DoNotMeet()
    {
        await using var other = new OtherSession();
        await RunAsync("let a = ResizeArray [1]");
        await other.DeclareAsync("let a = ResizeArray [2]");

        Assert.Equal("1", await ResultAsync("a.[0]"));
        Assert.Equal("2", await other.AskAsync("a.[0]"));
    }

    private sealed class OtherSession : FSharpTest
    {
        public Task<IReadOnlyList<CellOutput>> DeclareAsync(string source) => RunAsync(source);

        public Task<string> AskAsync(string source) => ResultAsync(source);
    }
}
