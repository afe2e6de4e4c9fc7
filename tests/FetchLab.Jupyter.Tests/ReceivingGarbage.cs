using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FetchLab.Jupyter.Tests;

/// <summary>Who connects need not speak the protocol, nor ZeroMQ, nor stay; the next request is answered all the same.</summary>
/// <remarks>All of it meets one kernel: nothing of it may add up, either.</remarks>
public sealed class ReceivingGarbage(SharedKernel shared) : IClassFixture<SharedKernel>
{
    // ZMTP 3.0: signature, version, mechanism NULL padded to 20 bytes, as a client, padded to 64.
    private static readonly byte[] _greeting = [0xFF, 0, 0, 0, 0, 0, 0, 0, 1, 0x7F, 3, 0, .. "NULL"u8, .. new byte[48]];

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

    [Theory]
    [MemberData(nameof(Garbage), DisableDiscoveryEnumeration = true)]
    public async Task Garbage_OnEverySocket_HurtsNobody(string name, byte[] bytes)
    {
        var file = shared.Kernel.File;
        Assert.NotEmpty(name);
        foreach (var port in (int[])[file.ShellPort, file.ControlPort, file.StdinPort, file.IoPubPort, file.HeartbeatPort])
        {
            foreach (var abruptly in (bool[])[false, true]) await SendAsync(port, bytes, abruptly);
        }

        using var client = new Client(file);
        Assert.Equal("ok", client.Execute("1").Reply.Text("status"));
        Assert.Equal("ok", client.Ask("kernel_info_request", control: true).Text("status"));
        Assert.InRange(ProcessTable.PeakMemory(shared.Kernel.Process.Id), 1, 500);
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
