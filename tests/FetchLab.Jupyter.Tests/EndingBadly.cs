using System.Diagnostics;

namespace FetchLab.Jupyter.Tests;

/// <summary>However a kernel ends, it says why, and nothing that its cells started through the library outlives it.</summary>
public sealed class EndingBadly : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private readonly KernelProcess _kernel = new();
    private readonly Client _client;

    public EndingBadly() => _client = new(_kernel.File);

    [Fact]
    public async Task Kill_LeavesNothingBehind()
    {
        var origin = StartOrigin();

        _kernel.Process.Kill();

        Assert.Equal(128 + 9, (await _kernel.EndAsync()).Code);
        await EndOfAsync(origin);
    }

    [Theory]
    [InlineData("Environment.Exit(0);", "a cell ended the process")]
    [InlineData("Environment.Exit(3);", "a cell ended the process")]
    [InlineData("Environment.FailFast(\"the reason\");", "the reason")]
    [InlineData("int Deep(int depth) => Deep(depth + 1) + 1;\nDeep(0)", "Stack overflow")]
    [InlineData("new System.Threading.Thread(() => throw new Exception(\"of a thread\")).Start(); System.Threading.Thread.Sleep(20000);", "of a thread")]
    public async Task Cell_ThatEndsTheProcess_HasItSayWhy_AndLeavesNothingBehind(string code, string said)
    {
        var origin = StartOrigin();

        _client.Send("execute_request", new() { ["code"] = code });

        var (exitCode, error) = await _kernel.EndAsync();
        Assert.NotEqual(0, exitCode);
        Assert.Contains(said, error, StringComparison.Ordinal);
        await EndOfAsync(origin);
    }

    [Fact]
    public async Task Termination_SendsWhatWaits_AndLeavesNothingBehind()
    {
        var origin = StartOrigin();
        var id = _client.Send("execute_request", new() { ["code"] = "Console.Write(\"on\"); System.Threading.Thread.Sleep(System.Threading.Timeout.Infinite);" });
        while (_client.Next() is var message && !(message.Header.Type == "stream" && Client.Parent(message) == id)) continue;

        using (var kill = Process.Start("kill", ["-TERM", $"{_kernel.Process.Id}"])) await kill.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(128 + 15, (await _kernel.EndAsync()).Code);
        await EndOfAsync(origin);
    }

    public void Dispose()
    {
        _client.Dispose();
        _kernel.Dispose();
    }

    private int StartOrigin()
    {
        var lab = Path.Combine(KernelProcess.Root, "notebooks", "lab.csx");
        Assert.Equal("ok", _client.Execute($"#!import {lab}\nvar site = await Lab.OriginAsync();").Reply.Text("status"));

        var origin = Assert.Single(ProcessTable.Children(_kernel.Process.Id));
        Assert.Contains("FetchLab.Origin", ProcessTable.CommandLine(origin), StringComparison.Ordinal);
        return origin;
    }

    private static async Task EndOfAsync(int process)
    {
        for (var clock = Stopwatch.StartNew(); ProcessTable.IsRunning(process); await Task.Delay(20, TestContext.Current.CancellationToken))
            Assert.True(clock.Elapsed < _patience, $"{ProcessTable.CommandLine(process)} outlives its kernel.");
    }
}
