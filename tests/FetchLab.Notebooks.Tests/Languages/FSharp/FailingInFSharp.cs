namespace FetchLab.Notebooks.Tests;

public sealed class FailingInFSharp : FSharpTest
{
    [Theory]
    [InlineData("\n\nlet z : int = \"a\"", "cell 1(3,15): FS0001: This expression was expected to have type 'int' but here has type 'string'")]
    [InlineData("let x = 1\nunknown 3", "cell 1(2,1): FS0039: The value or constructor 'unknown' is not defined.")]
    [InlineData("let x = 1 +", "cell 1(1,11): FS3156: Unexpected token '+' or incomplete expression")]
    [InlineData("failwith \"boom\"", "cell 1(1,1): FS0030: the type of the cell's last expression cannot be told; name it, as in (failwith \"…\" : int).")]
    public async Task Code_ThatDoesNotCompile_SaysWhere(string source, string message)
    {
        var error = await ErrorAsync(source);

        Assert.Equal(("CompileError", message), (error.Name, error.Message));
        Assert.Equal([message], error.Traceback);
    }

    [Fact]
    public async Task Errors_AreEachALine()
    {
        var error = await ErrorAsync("let a = one\nlet b = two");

        Assert.Equal("cell 1(1,9): FS0039: The value or constructor 'one' is not defined. (and 1 more)", error.Message);
        Assert.Equal(2, error.Traceback.Count);
    }

    [Fact]
    public async Task Exception_SaysWhereInTheCell()
    {
        await RunAsync("let check (x: int) =\n    if x > 2 then invalidArg \"x\" \"too large\"\n    x");

        var error = await ErrorAsync("\nprintfn \"first\"\ncheck 7");

        Assert.Equal("ArgumentException", error.Name);
        Assert.Equal(
            ["ArgumentException: too large (Parameter 'x')", "   at check in cell 1:line 2", "   at cell 2:line 3"], error.Traceback);
    }

    [Fact]
    public async Task Exception_OfAnAsync_SaysWhatItIs()
    {
        var error = await ErrorAsync("async {\n    do! Async.Sleep 1\n    failwith \"late\" } |> Async.RunSynchronously");

        Assert.Equal(("Exception", "late"), (error.Name, error.Message));
        Assert.Contains(error.Traceback, line => line.EndsWith("cell 1:line 3", StringComparison.Ordinal));
        Assert.DoesNotContain(error.Traceback, line => line.Contains("FSharp", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Session_LivesOn()
    {
        await RunAsync("let a = 1");
        await ErrorAsync("let a = \"lost\"\n(failwith \"boom\" : int)");

        Assert.Equal("1", await ResultAsync("a"));
    }
}
