using System.Net;
using System.Net.Sockets;

namespace FetchLab.Tests;

/// <summary>
/// An address of this machine that takes no connection: bound, so that nobody else gets the port, and not listening.
/// </summary>
internal static class ClosedPort
{
    private static readonly Socket Bound = Bind();

    public static Uri Address { get; } = new($"http://{Bound.LocalEndPoint}/");

    private static Socket Bind()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return socket;
    }
}
