using System.Globalization;
using System.Net;

namespace FetchLab;

/// <summary>One request at a virtual origin: its connection is made, it arrives, its headers come, its last byte comes.</summary>
internal sealed class VirtualVisit : IDisposable
{
    private static readonly byte[] Body = new byte[10_000_000];

    private readonly VirtualPage _page;
    private readonly VirtualConnection _connection;
    private readonly VirtualClock _clock;
    private readonly VirtualOrigin _origin;
    private readonly Waiter _headers;
    private readonly Waiter _body;
    private readonly long _asked;
    private CancellationTokenRegistration _cancelling;
    private long _arrived;
    private long _begins;
    private long _ends;
    private long _sent;
    private int _inside;

    public VirtualVisit(VirtualPage page, VirtualConnection connection, VirtualClock clock, VirtualOrigin origin)
    {
        (_page, _connection, _clock, _origin) = (page, connection, clock, origin);
        _headers = new Waiter(clock, EndWithoutBody);
        _body = new Waiter(clock, Leave);
        _asked = clock.GetTimestamp();
    }

    /// <summary>Ends when the headers are there.</summary>
    public Task Done => _headers.Done;

    /// <summary>Whether the body comes later than the headers.</summary>
    private bool IsSlow => _sent > _ends;

    /// <remarks>It can be cancelled before it waits: time may pass while it begins to, and a timeout with it.</remarks>
    public void Start(CancellationToken cancelled)
    {
        if (_connection.Delay > TimeSpan.Zero)
        {
            _cancelling = cancelled.UnsafeRegister(static visit => ((VirtualVisit)visit!)._headers.Cancel(), this);
            _clock.Enter(_headers, _asked + _connection.Delay.Ticks, _page.Index, ArriveLater);
            return;
        }

        var due = Arrive();
        _cancelling = cancelled.UnsafeRegister(static visit => ((VirtualVisit)visit!)._headers.Cancel(), this);
        _clock.Enter(_headers, due, _page.Index, Queue);
    }

    /// <exception cref="HttpRequestException">The page is one whose connection ends without a reply.</exception>
    public HttpResponseMessage Reply()
    {
        if (_page.Failure == PageFailure.Reset)
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "the connection was reset");

        var failed = _page.Failure == PageFailure.Status500;
        var reply = new HttpResponseMessage(failed ? HttpStatusCode.InternalServerError : HttpStatusCode.OK)
        {
            Content = IsSlow
                ? new StreamContent(new VirtualBody(this, Body, _page.Bytes))
                : new ByteArrayContent(Body, 0, failed ? 0 : _page.Bytes),
        };
        reply.Headers.TryAddWithoutValidation(OriginHeaders.Connection, _connection.Id.ToString(CultureInfo.InvariantCulture));
        AddTime(reply, OriginHeaders.Held, _ends - _arrived);
        AddTime(reply, OriginHeaders.Queue, _begins - _arrived - (_page.Latency + _page.Setup).Ticks);
        AddTime(reply, OriginHeaders.Service, _ends - _begins);
        if (!IsSlow)
            _connection.Release();
        return reply;
    }

    /// <summary>Waits for the last byte, as often as it is asked.</summary>
    public async Task ReceiveAsync(CancellationToken cancelled)
    {
        if (_body.Done.IsCompletedSuccessfully)
            return;
        await _clock.UntilAsync(_sent, _page.Index, _body, cancelled).ConfigureAwait(false);
        _connection.Release();
    }

    /// <summary>Whoever reads the body wants no more of it.</summary>
    public void GiveUp() => _body.Cancel();

    /// <summary>The headers are there, or nobody waits for them any more.</summary>
    public void Dispose()
    {
        _cancelling.Dispose();
        // One that was cancelled in the instant of its answer has no body that would end it.
        if (!Done.IsCompletedSuccessfully)
            Leave();
    }

    private static void AddTime(HttpResponseMessage reply, string header, long ticks) =>
        reply.Headers.TryAddWithoutValidation(
            header, ((decimal)ticks / TimeSpan.TicksPerMillisecond).ToString(CultureInfo.InvariantCulture));

    private void ArriveLater()
    {
        // One that was cancelled on its way never arrives.
        if (!_headers.Over && Arrive() is { } due)
            _clock.Set(due, _page.Index, Queue);
    }

    /// <returns>When the latency is over; null if nothing ever comes.</returns>
    private long? Arrive()
    {
        _arrived = _clock.GetTimestamp();
        _inside = 1;
        _origin.Arrive();
        _connection.Made?.Invoke(new ConnectTime(_asked, _arrived));
        return _page.Failure == PageFailure.Hang ? null : _arrived + (_page.Latency + _page.Setup).Ticks;
    }

    private void Queue()
    {
        // One that was cancelled on its way does not come to the queue.
        if (_headers.Over)
            return;
        (_begins, _ends) = _origin.Serve(_page);
        if (_ends > _clock.GetTimestamp())
            _clock.Set(_ends, _page.Index, Answer);
        else
            Answer();
    }

    private void Answer()
    {
        if (_headers.Over)
            return;
        _sent = _page.Failure == PageFailure.None ? _origin.Send(_page) : _ends;
        _headers.Wake();
    }

    private void EndWithoutBody()
    {
        if (!IsSlow)
            Leave();
    }

    private void Leave()
    {
        if (Interlocked.Exchange(ref _inside, 0) == 1)
            _origin.Leave();
    }
}
