namespace FetchLab.Jupyter.Tests;

/// <summary>Cells that hold every thread of the pool, by which the kernel's sockets hear.</summary>
public sealed class FillingThePool : IDisposable
{
    private const string Fill = "var held = Enumerable.Range(0, 300).Select(_ => Task.Run(() => System.Threading.Thread.Sleep(-1))).ToArray();";

    private readonly KernelProcess _kernel = new();
    private readonly Client _client;

    public FillingThePool() => _client = new(_kernel.File);

    [Fact]
    public async Task Signal_EndsTheCell_AndTheNextOnesAreHeard()
    {
        _client.Begin($"{Fill}\nTask.WaitAll(held);");

        await _kernel.SignalAsync("INT");

        Assert.Equal("Interrupted", _client.Reply().Content.Text("ename"));
        Assert.Equal("ok", _client.Execute("1").Reply.Text("status"));
        Assert.Equal("ok", _client.Ask("complete_request", new() { ["code"] = "Cons", ["cursor_pos"] = 4 }).Text("status"));
        Assert.Equal("ok", _client.Ask("shutdown_request", control: true).Text("status"));
        Assert.Equal(0, (await _kernel.EndAsync()).Code);
    }

    [Fact]
    public void Cell_ThatLeavesThemBehind_IsFollowedByOthers()
    {
        Assert.Equal("ok", _client.Execute(Fill).Reply.Text("status"));

        Assert.Equal("ok", _client.Execute("1").Reply.Text("status"));
    }

    [Fact]
    public void Pool_IsLeftAlone_WhileACellRuns()
    {
        // Longer than it takes to relieve it, and shorter than the pool itself takes to come to a probe behind them.
        var (reply, _) = _client.Execute($$"""
            System.Threading.ThreadPool.GetMinThreads(out var before, out _);
            {{Fill}}
            System.Threading.Thread.Sleep(1500);
            System.Threading.ThreadPool.GetMinThreads(out var after, out _);
            if (after != before) throw new Exception($"the least was {before}, and is {after}");
            """);

        Assert.Equal("ok", reply.Text("status"));
    }

    public void Dispose()
    {
        _client.Dispose();
        _kernel.Dispose();
    }
}
