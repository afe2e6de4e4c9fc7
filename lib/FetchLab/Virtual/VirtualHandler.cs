using System.Globalization;

namespace FetchLab;

/// <summary>
/// A client's way to a virtual origin: where time passes for its requests. It keeps connections as a client of HTTP/1.1 does:
/// one that is idle is used again, and without one a new one is made.
/// </summary>
internal sealed class VirtualHandler(VirtualClock clock, VirtualOrigin origin, TimeSpan connectDelay) : HttpMessageHandler
{
    private readonly Stack<int> _idle = new();

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var visit = Enter(request, cancellationToken);
        visit.Done.GetAwaiter().GetResult();
        return visit.Reply();
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var visit = Enter(request, cancellationToken);
        await visit.Done.ConfigureAwait(false);
        return visit.Reply();
    }

    private VirtualVisit Enter(HttpRequestMessage request, CancellationToken cancelled)
    {
        var attempt = request.Headers.TryGetValues(OriginHeaders.Attempt, out var said) ? int.Parse(said.Single(), CultureInfo.InvariantCulture) : 1;
        var visit = new VirtualVisit(VirtualPage.Read(request.RequestUri!)!.At(attempt), Connect(request), clock, origin);
        visit.Start(cancelled);
        return visit;
    }

    private VirtualConnection Connect(HttpRequestMessage request)
    {
        lock (_idle)
        {
            if (_idle.TryPop(out var idle))
                return new(idle, TimeSpan.Zero, Made: null, () => Release(idle));
        }

        var id = origin.Connect();
        return new(id, connectDelay, (request as RecordedRequest)?.Recorder is { } recorder ? recorder.Opened : null, () => Release(id));
    }

    private void Release(int id)
    {
        lock (_idle)
            _idle.Push(id);
    }
}
