namespace FetchLab.Jupyter.Tests;

/// <summary>A cell that prints far more than anybody reads.</summary>
public sealed class PrintingALot : IDisposable
{
    private const int MostMemory = 600;
    private const string HundredMegabytes =
        "var line = new string('x', 999) + \"\\n\"; for (var i = 0; i < 100_000; i++) Console.Write(line);";

    private readonly KernelProcess _kernel = new();
    private readonly Client _client;

    public PrintingALot() => _client = new(_kernel.File);

    [Fact]
    public void HundredMegabytes_AreHeardWhole_AndTheNextCellRuns()
    {
        var (reply, heard) = _client.Execute(HundredMegabytes);

        Assert.Equal("ok", reply.Text("status"));
        Assert.Equal(100_000_000, heard.Where(message => message.Header.Type == "stream").Sum(message => message.Content.Text("text")!.Length));
        Assert.Equal("2", _client.Execute("1 + 1").Broadcasts[2].Content["data"]!.AsObject().Text("text/plain"));
        Assert.InRange(ProcessTable.PeakMemory(_kernel.Process.Id), 1, MostMemory);
    }

    [Fact]
    public void HundredMegabytes_ThatAClientDoesNotRead_KeepNobodyElseWaiting()
    {
        // It has subscribed to all that is said, and hears nothing of it from here on.
        using var deaf = new Client(_kernel.File);

        var (reply, _) = _client.Execute(HundredMegabytes);

        Assert.Equal("ok", reply.Text("status"));
        Assert.Equal("ok", _client.Execute("1 + 1").Reply.Text("status"));
        Assert.InRange(ProcessTable.PeakMemory(_kernel.Process.Id), 1, MostMemory);
    }

    public void Dispose()
    {
        _client.Dispose();
        _kernel.Dispose();
    }
}
