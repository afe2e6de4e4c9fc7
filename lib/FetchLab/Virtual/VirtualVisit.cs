using System.Globalization;
using System.Net;

namespace FetchLab;

/// <summary>One request at a virtual origin, from its arrival to its last byte.</summary>
internal sealed class VirtualVisit : IDisposable
{
    private static readonly byte[] Body = new byte[10_000_000];

    private readonly VirtualPage _page;
    private readonly VirtualClock _clock;
    private readonly VirtualOrigin _origin;
    private readonly Waiter _waiter;
    private readonly long _arrived;
    private CancellationTokenRegistration _cancelling;
    private long _begins;
    private long _ends;

    public VirtualVisit(VirtualPage page, int connection, VirtualClock clock, VirtualOrigin origin)
    {
        (_page, Connection, _clock, _origin) = (page, connection, clock, origin);
        _waiter = new Waiter(clock, origin.Leave);
        _arrived = clock.GetTimestamp();
    }

    /// <summary>Ends when the reply is there.</summary>
    public Task Done => _waiter.Done;

    public int Connection { get; }

    /// <remarks>It can be cancelled before it waits: time may pass while it begins to, and a timeout with it.</remarks>
    public void Start(CancellationToken cancelled)
    {
        _cancelling = cancelled.UnsafeRegister(static visit => ((VirtualVisit)visit!)._waiter.Cancel(), this);
        long? due = _page.Failure == PageFailure.Hang ? null : _arrived + _page.Latency.Ticks;
        _clock.Enter(_waiter, due, _page.Index, Queue);
    }

    /// <exception cref="HttpRequestException">The page is one whose connection ends without a reply.</exception>
    public HttpResponseMessage Reply()
    {
        if (_page.Failure == PageFailure.Reset)
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "the connection was reset");

        var failed = _page.Failure == PageFailure.Status500;
        var reply = new HttpResponseMessage(failed ? HttpStatusCode.InternalServerError : HttpStatusCode.OK)
        {
            Content = new ByteArrayContent(Body, 0, failed ? 0 : _page.Bytes),
        };
        reply.Headers.TryAddWithoutValidation("FetchLab-Connection", Connection.ToString(CultureInfo.InvariantCulture));
        AddTime(reply, OriginHeaders.Held, _ends - _arrived);
        AddTime(reply, "FetchLab-Queue-Ms", _begins - _arrived - _page.Latency.Ticks);
        AddTime(reply, "FetchLab-Service-Ms", _ends - _begins);
        return reply;
    }

    public void Dispose() => _cancelling.Dispose();

    private static void AddTime(HttpResponseMessage reply, string header, long ticks) =>
        reply.Headers.TryAddWithoutValidation(
            header, ((decimal)ticks / TimeSpan.TicksPerMillisecond).ToString(CultureInfo.InvariantCulture));

    private void Queue()
    {
        // One that was cancelled on its way does not come to the queue.
        if (_waiter.Over)
            return;
        (_begins, _ends) = _origin.Serve(_page.Service);
        if (_ends > _clock.GetTimestamp())
            _clock.Set(_ends, _page.Index, _waiter.Wake);
        else
            _waiter.Wake();
    }
}
