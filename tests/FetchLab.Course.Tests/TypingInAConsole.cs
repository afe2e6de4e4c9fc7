namespace FetchLab.Course.Tests;

/// <summary>A reader in <c>jupyter console</c>, with this build's kernel.</summary>
public sealed class TypingInAConsole : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("fetchlab-test-").FullName;

    [Fact]
    public async Task Cells_ShareTheirVariables_AlsoAfterAnError()
    {
        using var console = JupyterConsole.Plain(_folder, "--kernel", ".net-csharp");
        await console.HearAsync("In [1]: ");

        await console.TypeAsync("int kept = 6;\n");
        await console.HearAsync("In [2]: ");
        await console.TypeAsync("throw new TimeoutException(\"late\");\n");
        var error = await console.HearAsync("In [3]: ");
        await console.TypeAsync("kept * 7\n");

        Assert.Contains("TimeoutException: late\n   at cell 2:line 1\n", error, StringComparison.Ordinal);
        Assert.EndsWith("Out[3]: 42\n", await console.HearAsync("42\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SecondConsole_OnTheSameKernel_SeesTheFirstOnesVariables_AndLeavesItRunning()
    {
        using var first = JupyterConsole.Plain(_folder, "--kernel", ".net-csharp");
        await first.HearAsync("In [1]: ");
        await first.TypeAsync("int kept = 6;\n");
        await first.HearAsync("In [2]: ");

        var file = Assert.Single(Directory.GetFiles(Path.Combine(_folder, "runtime"), "kernel-*.json"));
        using (var second = JupyterConsole.Plain(_folder, "--existing", file))
        {
            await second.HearAsync("]: ");
            await second.TypeAsync("kept += 1;\n");
            await second.HearAsync("]: ");
            await second.TypeAsync("kept * 2\n");
            await second.HearAsync(": 14\n");
        }

        await first.TypeAsync("kept\n");
        await first.HearAsync(": 7\n");
    }

    [Fact]
    public async Task Tab_CompletesAName()
    {
        using var console = JupyterConsole.InTerminal(_folder);
        await console.HearAsync("In [1]: ");

        await console.TypeAsync("Math.BigMu\t");
        await console.HearAsync("BigMu");
        await console.HearAsync("l");
        await console.TypeAsync("(6, 7)\r");

        await console.HearAsync("Out[1]: ");
        await console.HearAsync("42");
    }

    [Fact]
    public async Task Kernel_EndsWithAConsoleThatIsKilled()
    {
        using var console = JupyterConsole.Plain(_folder, "--kernel", ".net-csharp");
        await console.HearAsync("In [1]: ");
        Assert.Single(console.Kernels());

        await console.KillAsync();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
