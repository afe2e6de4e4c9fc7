namespace FetchLab;

/// <summary>A body that is there when its last byte is through the link. Who reads waits until then.</summary>
internal sealed class VirtualBody(VirtualVisit visit, byte[] bytes, int count) : MemoryStream(bytes, 0, count, writable: false)
{
    public override int Read(byte[] buffer, int offset, int count)
    {
        visit.ReceiveAsync(CancellationToken.None).GetAwaiter().GetResult();
        return base.Read(buffer, offset, count);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await visit.ReceiveAsync(cancellationToken).ConfigureAwait(false);
        return base.Read(buffer.Span);
    }

    /// <remarks>A blocking read takes no token: it is ended by this.</remarks>
    protected override void Dispose(bool disposing)
    {
        visit.GiveUp();
        base.Dispose(disposing);
    }
}
