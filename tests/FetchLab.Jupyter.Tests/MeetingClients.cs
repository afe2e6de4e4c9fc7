using System.Net;

namespace FetchLab.Jupyter.Tests;

/// <summary>Where a kernel listens; and clients that come, vanish in the middle of something, and come back.</summary>
public sealed class MeetingClients : IDisposable
{
    private readonly KernelProcess _kernel = new();
    private readonly Client _client;

    public MeetingClients() => _client = new(_kernel.File);

    [Fact]
    public void Kernel_ListensOnItsFivePorts_AndNowhereElse()
    {
        var file = _kernel.File;
        _client.Execute("1");

        var listeners = ProcessTable.Listeners(_kernel.Process.Id);

        Assert.All(listeners, where => Assert.Equal(IPAddress.Loopback, where.Address));
        Assert.Equal(
            new[] { file.ShellPort, file.ControlPort, file.StdinPort, file.IoPubPort, file.HeartbeatPort }.Order(),
            listeners.Select(where => where.Port).Order());
    }

    [Fact]
    public void Client_ThatVanishesInTheMiddleOfACell_LeavesTheKernelToTheNext()
    {
        var folder = Directory.CreateTempSubdirectory("fetchlab-vanish-").FullName;
        using (var gone = new Client(_kernel.File))
        {
            gone.Send("execute_request", new() { ["code"] = $"var path = \"{folder}/go\"; Console.Write(\"on\"); while (!System.IO.File.Exists(path)) System.Threading.Thread.Sleep(5); Console.Write(new string('x', 1_000_000)); var kept = 4;" });
            while (gone.Next().Header.Type != "stream") continue;
        }

        File.WriteAllText(Path.Combine(folder, "go"), "");
        using var next = new Client(_kernel.File);
        Assert.Equal("ok", next.Execute("kept").Reply.Text("status"));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Client_ThatComesBackUnderItsName_IsAnsweredThere()
    {
        var name = "the-same"u8.ToArray();
        using var left = new Client(_kernel.File, name: name);
        left.Ask("kernel_info_request");

        // The kernel has not heard yet that the first connection is given up.
        using var back = new Client(_kernel.File, name: name);

        Assert.Equal("ok", back.Execute("1").Reply.Text("status"));
    }

    [Fact]
    public void Client_ThatVanishesWhileItIsAsked_LeavesTheKernelToTheNext()
    {
        using (var gone = new Client(_kernel.File))
        {
            var id = gone.Send("execute_request", new() { ["code"] = "input(\"Who? \")" });
            while (gone.Next() is var message && !(message.Header.Type == "execute_input" && Client.Parent(message) == id)) continue;
        }

        using var next = new Client(_kernel.File, greets: false);
        next.Ask("interrupt_request", control: true);

        Assert.Equal("ok", next.Execute("4").Reply.Text("status"));
    }

    public void Dispose()
    {
        _client.Dispose();
        _kernel.Dispose();
    }
}
