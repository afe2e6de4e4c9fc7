using System.Diagnostics;
using System.Text;

namespace FetchLab.Jupyter.Tests;

/// <summary>However a kernel ends, it says why, and nothing that its cells started through the library outlives it.</summary>
public sealed class EndingBadly : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private readonly string _folder = Directory.CreateTempSubdirectory("fetchlab-end-").FullName;
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
    public void RecursionWithoutEnd_IsAnErrorOfItsCell()
    {
        var (reply, _) = _client.Execute("int Deep(int depth) => Deep(depth + 1) + 1;\nDeep(0)");

        Assert.Equal("error", reply.Text("status"));
        Assert.Equal("the stack is full: a method calls itself without an end, or too deeply.", reply.Text("evalue"));
        Assert.Equal("ok", _client.Execute("1").Reply.Text("status"));
    }

    [Fact]
    public async Task StackOverflow_EndsTheProcess_ButSaysWhatItWas()
    {
        var origin = StartOrigin();

        _client.Send("execute_request", new() { ["code"] = "void F() { Span<byte> tooMuch = stackalloc byte[1 << 30]; tooMuch[0] = 1; }\nF();" });

        var (code, error) = await _kernel.EndAsync();
        Assert.NotEqual(0, code);
        Assert.Contains("Stack overflow", error, StringComparison.Ordinal);
        await EndOfAsync(origin);
    }

    [Fact]
    public async Task Exit_IsToldInItsCell_BehindWhatTheCellPrinted()
    {
        var id = _client.Send("execute_request", new() { ["code"] = "Console.Write(\"last words\"); Environment.Exit(3);" });

        Assert.Equal(3, (await _kernel.EndAsync()).Code);

        var heard = new List<WireMessage>();
        while (heard.Count < 2)
        {
            if (_client.Next() is { Header.Type: "stream" } message && Client.Parent(message) == id) heard.Add(message);
        }

        Assert.Equal(["stdout", "stderr"], heard.Select(message => message.Content.Text("name")));
        Assert.Equal("last words", heard[0].Content.Text("text"));
        Assert.Contains("Environment.Exit(3)", heard[1].Content.Text("text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Termination_SendsWhatWaits_AndLeavesNothingBehind()
    {
        var origin = StartOrigin();
        var printed = Path.Combine(_folder, "printed");
        var id = _client.Send("execute_request", new()
        {
            ["code"] = $"Console.Write(new string('x', 3_000_000) + \"end\"); System.IO.File.WriteAllText(\"{printed}\", \"\"); System.Threading.Thread.Sleep(-1);",
        });
        await UntilAsync(() => File.Exists(printed), "the cell does not print");

        await _kernel.SignalAsync("TERM");

        Assert.Equal((128 + 15, ""), await _kernel.EndAsync());
        Assert.Equal(3_000_003, Text(id).Length);
        await EndOfAsync(origin);
    }

    [Fact]
    public async Task Shutdown_RightAfterACell_LosesNothingOfIt()
    {
        var id = _client.Send("execute_request", new() { ["code"] = "Console.Write(new string('x', 3_000_000) + \"end\");" });
        Assert.Equal("ok", _client.Reply().Content.Text("status"));

        Assert.Equal("ok", _client.Ask("shutdown_request", control: true).Text("status"));

        Assert.Equal((0, ""), await _kernel.EndAsync());
        Assert.Equal(3_000_003, Text(id).Length);
    }

    [Fact]
    public async Task FrontEnd_ThatIsKilled_TakesItsKernelWithIt()
    {
        using var parent = Process.Start("sleep", ["120"]);
        using var kernel = new KernelProcess(parent.Id);
        using var client = new Client(kernel.File);
        Assert.Equal("ok", client.Execute("1").Reply.Text("status"));

        parent.Kill();

        Assert.Equal((128 + 1, ""), await kernel.EndAsync());
    }

    public void Dispose()
    {
        _client.Dispose();
        _kernel.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    // All that a cell has printed, up to the word at its end.
    private string Text(string id)
    {
        var text = new StringBuilder();
        while (!text.ToString().EndsWith("end", StringComparison.Ordinal))
        {
            if (_client.Next() is { Header.Type: "stream" } message && Client.Parent(message) == id) text.Append(message.Content.Text("text"));
        }

        return text.ToString();
    }

    private int StartOrigin()
    {
        var lab = Path.Combine(KernelProcess.Root, "notebooks", "lab.csx");
        Assert.Equal("ok", _client.Execute($"#!import {lab}\nvar site = await Lab.OriginAsync();").Reply.Text("status"));

        var origin = Assert.Single(ProcessTable.Children(_kernel.Process.Id));
        Assert.Contains("FetchLab.Origin", ProcessTable.CommandLine(origin), StringComparison.Ordinal);
        return origin;
    }

    private static Task EndOfAsync(int process) => UntilAsync(() => !ProcessTable.IsRunning(process), $"process {process} outlives its kernel");

    private static async Task UntilAsync(Func<bool> done, string otherwise)
    {
        for (var clock = Stopwatch.StartNew(); !done(); await Task.Delay(20, TestContext.Current.CancellationToken))
            Assert.True(clock.Elapsed < _patience, otherwise);
    }
}
