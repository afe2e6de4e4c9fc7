using System.Net.Sockets;

namespace FetchLab;

/// <summary>Makes connections as the client would by itself, and measures how long that takes.</summary>
internal sealed class ConnectionMaker(FetchOptions options)
{
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var clock = options.TimeProvider;
        var begun = clock.GetTimestamp();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            if (options.ConnectDelay is { } delay && delay > TimeSpan.Zero)
                await Task.Delay(delay, clock, cancellationToken).ConfigureAwait(false);
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken).ConfigureAwait(false);
            return new MeasuredConnection(socket, new ConnectTime(begun, clock.GetTimestamp()));
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
