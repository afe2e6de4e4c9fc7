namespace FetchLab.Notebooks.Tests;

public sealed class AwaitingParentheses : SessionTest
{
    [Theory]
    [InlineData("await (Task.FromResult(3))", "3")]
    [InlineData("await (Task.FromResult(\"abc\")).ConfigureAwait(false)", "abc")]
    [InlineData("await (new[] { Task.FromResult(1), Task.FromResult(2) })[1]", "2")]
    [InlineData("await ((object)Task.FromResult(1) as Task<int>)!", "1")]
    [InlineData("await (true ? Task.FromResult(\"x\") : Task.FromResult(\"y\"))", "x")]
    [InlineData("var sum = await (Task.FromResult(await (Task.FromResult(4)))) + 1; sum", "5")]
    [InlineData("await (from n in new[] { 1 } select Task.FromResult(n)).Single()", "1")]
    [InlineData("$\"{await (Task.FromResult(3))}!\"", "3!")]
    [InlineData("int n = 0; if (await (Task.FromResult(true))) n = 7; n", "7")]
    [InlineData("async Task<int> Nine() { return await (Task.FromResult(9)); }\nawait (Nine()) - await (Nine())", "0")]
    [InlineData("var @await = 5; @await + 1", "6")]
    public async Task Await_BeforeAParenthesis_Awaits(string source, string result) => Assert.Equal(result, await ResultAsync(source));

    [Fact]
    public async Task Await_OfATaskWithoutAResult_HasNone() => Assert.Empty(await RunAsync("await (Task.Delay(1))"));

    [Fact]
    public async Task Error_BehindAwait_KeepsItsPlace() => Assert.Equal(
        "cell 1(2,16): CS0103: The name 'missing' does not exist in the current context",
        (await ErrorAsync("int a = 1;\nint b = await (missing);")).Message);

    [Fact]
    public async Task Exception_BehindAwait_KeepsItsLine() =>
        Assert.Equal("   at cell 1:line 3", (await ErrorAsync("int a = 1;\n\nawait (Task.FromException(new Exception(\"no\")));")).Traceback[^1]);

    [Fact]
    public async Task LambdaThatIsNotAsync_MayNotAwait() =>
        Assert.Contains("CS4034", (await ErrorAsync("Func<int> f = () => await (Task.FromResult(1));")).Message, StringComparison.Ordinal);
}
