namespace FetchLab.Notebooks.Tests;

public sealed class RunningFSharp : FSharpTest
{
    [Theory]
    [InlineData("1 + 1", "2")]
    [InlineData("let a = 20\na + 1", "21")]
    [InlineData("let a = 20;;\na + 2;;", "22")]
    [InlineData("[1; 2; 3]", "[1; 2; 3]")]
    [InlineData("(1, \"a\")", "(1, \"a\")")]
    [InlineData("Some 5", "Some 5")]
    [InlineData("(None : int option)", "None")]
    [InlineData("Map [\"a\", 1]", "map [(\"a\", 1)]")]
    [InlineData("set [2; 1]", "set [1; 2]")]
    [InlineData("type Shape = Circle of float | Point\n[Circle 2.0; Point]", "[Circle 2.0; Point]")]
    [InlineData("type Person = { Name: string; Age: int }\n{ Name = \"Ada\"; Age = 36 }", "{ Name = \"Ada\"\n  Age = 36 }")]
    [InlineData("type Person = { Name: string; Age: int }\n[ { Name = \"Ada\"; Age = 36 } ]", "Name  Age\nAda    36")]
    [InlineData("[ (\"a\", 1); (\"b\", 20) ]", "Item1  Item2\na          1\nb         20")]
    [InlineData("[| 1; 2 |]", "[ 1, 2 ]")]
    [InlineData("match Some 3 with Some x -> x", "3")]
    [InlineData("(task { return 5 }).Result", "5")]
    [InlineData("async { do! Async.Sleep 1\n        return 6 } |> Async.RunSynchronously", "6")]
    [InlineData("Task.Run(fun () -> 7) |> Async.AwaitTask |> Async.RunSynchronously", "7")]
    [InlineData("__SOURCE_FILE__", "cell 1")]
    public async Task LastExpression_IsTheResult(string source, string text) => Assert.Equal(text, await ResultAsync(source));

    [Theory]
    [InlineData("()")]
    [InlineData("let a = 1")]
    [InlineData("ignore 5")]
    [InlineData("Task.Delay 1")]
    public async Task Unit_ShowsNothing(string source) => Assert.Empty(await RunAsync(source));

    [Fact]
    public async Task Records_AreATableOnThePage()
    {
        var outputs = await RunAsync("type Person = { Name: string; Age: int }\n[ for age in 1 .. 30 -> { Name = \"x\"; Age = age } ]");

        Assert.Contains("<th>Name</th>", Assert.IsType<ResultOutput>(Assert.Single(outputs)).Data.Content["text/html"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Html_IsShownAsSuch() => Assert.Equal(
        "<b>x</b>", Assert.IsType<ResultOutput>(Assert.Single(await RunAsync("HTML \"<b>x</b>\""))).Data.Content["text/html"]);

    [Fact]
    public async Task Outputs_ComeInOrder()
    {
        var outputs = await RunAsync(
            """
            printfn "one %d" 1
            display "two" |> ignore
            (3).Display() |> ignore
            Console.WriteLine "four"
            eprintfn "five"
            6
            """);

        Assert.Equal("one 1\n(two)(3)four\nfive\n[6]", string.Concat(outputs.Select(output => output switch
        {
            StreamOutput stream => stream.Text,
            DisplayOutput display => $"({display.Data.PlainText})",
            ResultOutput result => $"[{result.Data.PlainText}]",
            _ => "?",
        })));
        Assert.Equal(["stdout", "stderr"], outputs.OfType<StreamOutput>().Select(stream => stream.Name).Distinct());
    }

    [Fact]
    public async Task Formatter_OfACell_IsUsed()
    {
        await RunAsync(
            """
            open Microsoft.DotNet.Interactive.Formatting
            type Degrees = { Value: float }
            Formatter.Register<Degrees>((fun (degrees: Degrees) -> sprintf "%.1f °C" degrees.Value), "text/plain")
            Formatter.SetPreferredMimeTypesFor(typeof<Degrees>, "text/plain")
            """);

        Assert.Equal("20.5 °C", await ResultAsync("{ Value = 20.5 }"));
    }

    [Fact]
    public async Task Names_CanBeDeclaredAgain()
    {
        await RunAsync("let a = 1\nlet f x = x + a");
        await RunAsync("let a = \"two\"");

        Assert.Equal("two 3", await ResultAsync("$\"{a} {f 2}\""));
    }

    [Fact]
    public async Task File_OfTheNotebooksFolder_IsLoaded()
    {
        await File.WriteAllTextAsync(Path.Combine(Folder, "helpers.fsx"), "let twice x = 2 * x\n", TestContext.Current.CancellationToken);

        Assert.Equal("42", await ResultAsync("#load \"helpers.fsx\"\nHelpers.twice 21"));
    }

    [Fact]
    public async Task Package_IsSaidToBelongIntoACSharpCell() => Assert.Equal(
        "#r \"nuget: …\" works in C# cells; what they add, F# cells can open, too.",
        (await Assert.ThrowsAsync<NotebookException>(() => RunAsync("#r \"nuget: FSharp.Data\""))).Message);
}
