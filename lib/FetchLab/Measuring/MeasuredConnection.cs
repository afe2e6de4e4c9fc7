using System.Net.Sockets;

namespace FetchLab;

/// <summary>
/// A connection that tells the first request that goes over it how long it took to make. It stays a network stream: the
/// client treats other streams differently when calls block.
/// </summary>
internal sealed class MeasuredConnection(Socket socket, ConnectTime connect) : NetworkStream(socket, ownsSocket: true)
{
    private ConnectTime? _untold = connect;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Tell();
        base.Write(buffer);
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Tell();
        return base.WriteAsync(buffer, cancellationToken);
    }

    /// <remarks>A TLS handshake writes too, for no request yet; then the time waits for the first that comes.</remarks>
    private void Tell()
    {
        var request = RecordedRequest.TakeBeingWritten();
        if (request is null || _untold is null)
            return;
        request.Recorder.Opened(_untold);
        _untold = null;
    }
}
