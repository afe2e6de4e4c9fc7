using System.Globalization;

namespace FetchLab;

/// <summary>
/// A client's way to a virtual origin: the only place of a virtual run where time passes. It keeps connections as a client of
/// HTTP/1.1 does: one that is idle is used again, and without one a new one is made.
/// </summary>
internal sealed class VirtualHandler(VirtualOrigin origin) : HttpMessageHandler
{
    private readonly Stack<int> _idle = new();

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var visit = Enter(request, cancellationToken);
        visit.Done.GetAwaiter().GetResult();
        return Reply(visit);
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var visit = Enter(request, cancellationToken);
        await visit.Done.ConfigureAwait(false);
        return Reply(visit);
    }

    private VirtualVisit Enter(HttpRequestMessage request, CancellationToken cancelled)
    {
        int connection;
        lock (_idle)
            connection = _idle.TryPop(out var idle) ? idle : origin.Connect();
        var attempt = int.Parse(request.Headers.GetValues(OriginHeaders.Attempt).Single(), CultureInfo.InvariantCulture);
        return origin.Enter(request.RequestUri!, attempt, connection, cancelled);
    }

    private HttpResponseMessage Reply(VirtualVisit visit)
    {
        var reply = visit.Reply();
        lock (_idle)
            _idle.Push(visit.Connection);
        return reply;
    }
}
