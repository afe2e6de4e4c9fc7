using System.Text.Json.Nodes;

namespace FetchLab.Jupyter.Tests;

/// <summary>Every message, against a kernel in a process of its own.</summary>
public sealed class SpeakingTheProtocol : IDisposable
{
    private readonly KernelProcess _kernel = new();
    private readonly Client _client;

    public SpeakingTheProtocol() => _client = new(_kernel.File);

    [Fact]
    public void KernelInfo_SaysWhatFrontEndsGoBy()
    {
        var info = _client.Ask("kernel_info_request");

        Assert.Equal("5.3", info.Text("protocol_version"));
        Assert.Equal("csharp", info["language_info"]!.AsObject().Text("name"));
        Assert.NotEmpty(info.Text("banner")!);
        Assert.False(info.ContainsKey("debugger"));
    }

    [Fact]
    public void Cells_AreAnsweredFromBusyToIdle_InOrderAndWithTheirParent()
    {
        var (reply, heard) = _client.Execute("Console.Write(\"a\"); Console.Write(\"b\"); Console.Error.Write(\"c\"); 6 * 7");

        Assert.Equal("ok", reply.Text("status"));
        Assert.Equal(1, reply.Number("execution_count", 0));
        Assert.Equal(["status", "execute_input", "stream", "stream", "execute_result", "status"], heard.Select(message => message.Header.Type));
        Assert.Equal(["ab", "c"], heard.Where(message => message.Header.Type == "stream").Select(message => message.Content.Text("text")));
        Assert.Equal("42", heard[4].Content["data"]!.AsObject().Text("text/plain"));
    }

    [Fact]
    public void Errors_StopWhatTheSameClientHasQueued()
    {
        _client.Send("execute_request", new() { ["code"] = "System.Threading.Thread.Sleep(300); throw new Exception(\"no\");" });
        _client.Send("execute_request", new() { ["code"] = "1" });

        Assert.Equal("error", _client.Reply().Content.Text("status"));
        Assert.Equal("aborted", _client.Reply().Content.Text("status"));
        Assert.Equal("ok", _client.Execute("2").Reply.Text("status"));
    }

    [Fact]
    public void Errors_WithoutStopOnError_StopNothing()
    {
        _client.Send("execute_request", new() { ["code"] = "throw new Exception(\"no\");", ["stop_on_error"] = false });
        _client.Send("execute_request", new() { ["code"] = "1" });

        Assert.Equal("error", _client.Reply().Content.Text("status"));
        Assert.Equal("ok", _client.Reply().Content.Text("status"));
    }

    [Fact]
    public void SilentCells_ShowNothingAndDoNotCount()
    {
        var (reply, heard) = _client.Execute("Console.Write(1); 2", new() { ["silent"] = true, ["user_expressions"] = new JsonObject { ["x"] = "1 + 1", ["y"] = "nothing" } });

        Assert.Equal(["status", "status"], heard.Select(message => message.Header.Type));
        Assert.Equal("2", reply["user_expressions"]!["x"]!["data"]!.AsObject().Text("text/plain"));
        Assert.Equal("error", reply["user_expressions"]!["y"]!.AsObject().Text("status"));
        Assert.Equal(1, _client.Execute("1").Reply.Number("execution_count", 0));
    }

    [Fact]
    public void Displays_AreUpdatedWhereTheyStand()
    {
        var (_, heard) = _client.Execute("var shown = display(\"one\"); shown.Update(\"two\");");

        var display = Assert.Single(heard, message => message.Header.Type == "display_data");
        var update = Assert.Single(heard, message => message.Header.Type == "update_display_data");
        Assert.Equal(display.Content["transient"]!.AsObject().Text("display_id"), update.Content["transient"]!.AsObject().Text("display_id"));
    }

    [Fact]
    public void LateOutput_BelongsToItsCell()
    {
        var id = _client.Send("execute_request", new() { ["code"] = "var go = new TaskCompletionSource(); _ = go.Task.ContinueWith(_ => Console.Write(\"late\"));" });
        _client.Reply();
        _client.Broadcasts(id);
        _client.Send("execute_request", new() { ["code"] = "go.SetResult();" });

        var message = _client.Next();
        while (message.Header.Type != "stream") message = _client.Next();

        Assert.Equal(("late", id), (message.Content.Text("text"), Client.Parent(message)));
    }

    [Fact]
    public void History_GivesTailRangeAndSearch()
    {
        foreach (var code in (string[])["1", "22", "1"]) _client.Execute(code);

        Assert.Equal("[[1,3,\"1\"]]", Ask(new() { ["hist_access_type"] = "tail", ["n"] = 1 }));
        Assert.Equal("[[1,1,[\"1\",\"1\"]]]", Ask(new() { ["hist_access_type"] = "range", ["session"] = 0, ["start"] = 1, ["stop"] = 2, ["output"] = true }));
        Assert.Equal("[[1,3,\"1\"]]", Ask(new() { ["hist_access_type"] = "search", ["pattern"] = "1*", ["unique"] = true }));

        string Ask(JsonObject content) => _client.Ask("history_request", content)["history"]!.ToJsonString();
    }

    [Fact]
    public void OtherRequests_AreAnswered()
    {
        Assert.Equal("{}", _client.Ask("comm_info_request")["comms"]!.ToJsonString());
        Assert.Equal("ok", _client.Ask("complete_request", new() { ["code"] = "Cons", ["cursor_pos"] = 4 }).Text("status"));
        Assert.Equal("ok", _client.Ask("inspect_request", new() { ["code"] = "Console", ["cursor_pos"] = 3 }).Text("status"));
        Assert.NotNull(_client.Ask("is_complete_request", new() { ["code"] = "1" }).Text("status"));
        Assert.Equal("ok", _client.Ask("interrupt_request", control: true).Text("status"));
        var closed = _client.Broadcasts(_client.Send("comm_open", new() { ["comm_id"] = "7", ["target_name"] = "none", ["data"] = new JsonObject() }));
        Assert.Equal("7", Assert.Single(closed, message => message.Header.Type == "comm_close").Content.Text("comm_id"));
    }

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("while (true) { try { } catch { } }")]
    [InlineData("System.Threading.Thread.Sleep(-1);")]
    [InlineData("await Task.Delay(-1);")]
    [InlineData("new TaskCompletionSource<int>().Task.Result")]
    [InlineData("IEnumerable<int> Endless() { while (true) yield return 1; }\nEndless().Count(n => n == 2)")]
    [InlineData("Console.ReadLine()")]
    [InlineData("var silent = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0); silent.Start();\n"
        + "new System.Net.Http.HttpClient().Send(new(System.Net.Http.HttpMethod.Get, $\"http://{silent.LocalEndpoint}/\"))")]
    [InlineData("await Task.Run(() => { while (true) { } });")]
    [InlineData("var thread = new System.Threading.Thread(() => { while (true) { } }); thread.Start(); thread.Join();")]
    public void Interrupt_EndsTheCell_AndKeepsTheKernel(string source)
    {
        _client.Execute("var kept = 3;");
        _client.Begin(source);

        _client.Ask("interrupt_request", control: true);

        var reply = _client.Reply().Content;
        Assert.Equal(("error", "the cell was interrupted."), (reply.Text("status"), reply.Text("evalue")));
        Assert.Equal("ok", _client.Execute("kept").Reply.Text("status"));
    }

    [Fact]
    public void Garbage_IsDropped_AndTheNextRequestAnswered()
    {
        _client.SendFrames([[1, 2, 3]]);
        _client.SendFrames([[], "<IDS|MSG>"u8.ToArray()], control: true);
        var header = MessageHeader.New("x", "execute_request");
        _client.SendFrames(new WireMessage([], header, WireMessage.NoParent, [], new() { ["code"] = "1" }, []).ToFrames(new("another-key")));

        Assert.Equal(1, _client.Execute("2").Reply.Number("execution_count", 0));
    }

    [Fact]
    public void TwoClients_EachGetTheirReplies_AndHearEachOther()
    {
        using var other = new Client(_kernel.File);

        _client.Execute("var shared = 5;");
        var (reply, _) = other.Execute("shared");

        Assert.Equal(2, reply.Number("execution_count", 0));
    }

    [Fact]
    public void LotsOfText_ArrivesWhole_InFewMessages()
    {
        var (_, heard) = _client.Execute("for (var i = 0; i < 300000; i++) Console.Write((char)('a' + i % 26));");

        var texts = heard.Where(message => message.Header.Type == "stream").Select(message => message.Content.Text("text")!).ToList();
        Assert.Equal(300_000, texts.Sum(text => text.Length));
        Assert.True(texts.Count < 1000, $"{texts.Count} messages");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Shutdown_IsAnswered_AndEndsTheProcess(bool restart)
    {
        var reply = _client.Ask("shutdown_request", new() { ["restart"] = restart }, control: true);

        Assert.Equal(restart, reply.Flag("restart", !restart));
        Assert.Equal((0, ""), await _kernel.EndAsync());
    }

    public void Dispose()
    {
        _client.Dispose();
        _kernel.Dispose();
    }
}
