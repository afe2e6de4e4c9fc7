namespace FetchLab.Notebooks.Tests;

public sealed class SubmittingCode : SessionTest
{
    private const string Using = "using Microsoft.DotNet.Interactive;\nusing Microsoft.DotNet.Interactive.Commands;\n";

    [Fact]
    public async Task SubmittedCode_RunsAsAPartOfTheCell()
    {
        var outputs = await RunAsync(
            Using + "int before = 1;\nawait Kernel.Root.SendAsync(new SubmitCode(\"int made = before + 1; made\"));\nConsole.WriteLine(\"after\");");

        Assert.Equal("2", Assert.IsType<DisplayOutput>(outputs[0]).Data.PlainText);
        Assert.Equal(new StreamOutput("stdout", "after\n"), outputs[1]);
        Assert.Equal("3", await ResultAsync("before + made"));
    }

    [Theory]
    [InlineData("Kernel.Root.FindKernelByName(\"markdown\").SendAsync(new SubmitCode(\"# title\"))")]
    [InlineData("Kernel.Root.SendAsync(new SubmitCode(\"# title\", \"markdown\"))")]
    [InlineData("Kernel.Root.SendAsync(new SubmitCode(\"#!markdown\\n# title\"))")]
    public async Task SubmittedText_IsInItsLanguage(string call)
    {
        var shown = Assert.IsType<DisplayOutput>(Assert.Single(await RunAsync($"{Using}await {call};")));

        Assert.Equal("# title", shown.Data.Content["text/markdown"]);
    }

    [Theory]
    [InlineData("await Kernel.Root.SendAsync(new SubmitCode(\"missing\"));", "CompileError")]
    [InlineData("await Kernel.Root.SendAsync(new SubmitCode(\"throw new ArgumentException();\"));", "ArgumentException")]
    public async Task SubmittedCode_ThatFails_FailsTheCell(string source, string name) => Assert.Equal(name, (await ErrorAsync(Using + source)).Name);

    [Theory]
    [InlineData("await Kernel.Root.SendAsync(new SendEditableCode(\"csharp\", \"1\"));", "the engine does not run SendEditableCode; it runs new SubmitCode(\"1 + 1\").")]
    [InlineData("Kernel.Root.FindKernelByName(\"R\")", "there is no kernel 'R'; the engine runs {languages}.")]
    public async Task WhatTheEngineDoesNotHave_IsSaid(string source, string message) => Assert.Equal(
        message.Replace("{languages}", Languages.All, StringComparison.Ordinal), (await ErrorAsync(Using + source)).Message);

    [Fact]
    public async Task ManySubmissions_AtOnce_AllRun()
    {
        await RunAsync(
            Using + "int done = 0;\nvar all = Enumerable.Range(0, 20).Select(n => Kernel.Root.SendAsync(new SubmitCode($\"System.Threading.Interlocked.Increment(ref done); int n{n} = {n};\"))).ToList();\nawait Task.WhenAll(all);");

        Assert.Equal("20", await ResultAsync("done"));
        Assert.Equal("19", await ResultAsync("n19"));
    }
}
