using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FetchLab.Jupyter.Tests;

/// <summary>Who connects need not speak the protocol, nor ZeroMQ, nor stay; the next request is answered all the same.</summary>
public sealed class MeetingStrangers : IDisposable
{
    // ZMTP 3.0: signature, version, mechanism NULL padded to 20 bytes, as a client, padded to 64.
    private static readonly byte[] _greeting = [0xFF, 0, 0, 0, 0, 0, 0, 0, 1, 0x7F, 3, 0, .. "NULL"u8, .. new byte[48]];

    private readonly KernelProcess _kernel = new();
    private readonly Client _client;

    public MeetingStrangers() => _client = new(_kernel.File);

    public static TheoryData<string, byte[]> Garbage => new()
    {
        { "nothing", [] },
        { "one byte", [0xFF] },
        { "zeros", new byte[4096] },
        { "ones", [.. Enumerable.Repeat<byte>(0xFF, 4096)] },
        { "a web page", Encoding.ASCII.GetBytes("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n") },
        { "noise", Noise(64 * 1024) },
        { "half a greeting", _greeting[..32] },
        { "a greeting alone", _greeting },
        { "a greeting, then noise", [.. _greeting, .. Noise(4096)] },
        { "a command that is cut", [.. _greeting, 4, 41, 5, .. "READY"u8, 11, .. "Socket"u8] },
        { "a frame that is cut", [.. _greeting, .. Ready(), 0, 100, .. new byte[20]] },
        { "a frame of 2^62 bytes", [.. _greeting, .. Ready(), 2, 0x40, 0, 0, 0, 0, 0, 0, 0, .. new byte[100]] },
        { "a frame of -1 bytes", [.. _greeting, .. Ready(), 2, .. Enumerable.Repeat<byte>(0xFF, 8), .. new byte[100]] },
        { "an old version's greeting", [0xFF, 0, 0, 0, 0, 0, 0, 0, 1, 0x7F, 1, 5, 0, 0, .. Noise(200)] },
        { "a frame without a greeting", [5, 0, .. "four"u8, 200, 0] },
    };

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

    [Theory]
    [MemberData(nameof(Garbage), DisableDiscoveryEnumeration = true)]
    public async Task Garbage_OnEverySocket_HurtsNobody(string name, byte[] bytes)
    {
        var file = _kernel.File;
        Assert.NotEmpty(name);
        foreach (var port in (int[])[file.ShellPort, file.ControlPort, file.StdinPort, file.IoPubPort, file.HeartbeatPort])
        {
            foreach (var abruptly in (bool[])[false, true]) await SendAsync(port, bytes, abruptly);
        }

        Assert.Equal("ok", _client.Execute("1").Reply.Text("status"));
        Assert.Equal("ok", _client.Ask("kernel_info_request", control: true).Text("status"));
        using var next = new Client(file);
        Assert.Equal(2, next.Execute("2").Reply.Number("execution_count", 0));
        Assert.InRange(ProcessTable.PeakMemory(_kernel.Process.Id), 1, 500);
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

    private static async Task SendAsync(int port, byte[] bytes, bool abruptly)
    {
        using var stranger = new TcpClient();
        await stranger.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
        // Without a goodbye: the other end meets a reset in the middle of what it reads.
        stranger.LingerState = new(abruptly, 0);
        try
        {
            await stranger.GetStream().WriteAsync(bytes, TestContext.Current.CancellationToken);
            // Long enough that it is read before the connection ends.
            if (!abruptly) await Task.Delay(50, TestContext.Current.CancellationToken);
        }
        catch (IOException)
        {
            // It has already been turned away.
        }
    }

    private static byte[] Ready()
    {
        byte[] said = [5, .. "READY"u8, 11, .. "Socket-Type"u8, 0, 0, 0, 6, .. "DEALER"u8];
        return [4, (byte)said.Length, .. said];
    }

    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(1).NextBytes(bytes);
        return bytes;
    }
}
