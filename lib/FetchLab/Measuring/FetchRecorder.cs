using System.Globalization;

namespace FetchLab;

/// <summary>
/// Notes what one request does while it does it. What can be read off the reply is read once, at the end: noting it twice
/// would cost memory for each request.
/// </summary>
/// <param name="page">The page that is fetched.</param>
/// <param name="run">The run that the instants count from.</param>
/// <param name="worker">Who fetches it, from 0.</param>
/// <param name="attempt">Which attempt at the page this is, from 1.</param>
/// <param name="queued">When the page was taken in hand.</param>
/// <param name="intended">When an open loop meant the page to start; null in a closed one.</param>
internal sealed class FetchRecorder(
    Page page, RecordedRun run, int worker, int attempt, TimeSpan queued, TimeSpan? intended = null)
{
    private TimeSpan _started;
    private TimeSpan _headers;
    private int _threadAtStart;
    private HttpResponseMessage? _response;
    private ConnectTime? _connect;

    public RecordedRequest NewRequest()
    {
        var request = new RecordedRequest(page.Url, this);
        request.Headers.TryAddWithoutValidation(OriginHeaders.Run, OriginHeaders.RunOf(run.Id, page.Index));
        // Most are the first, which goes without saying.
        if (attempt > 1)
            request.Headers.TryAddWithoutValidation(OriginHeaders.Attempt, attempt.ToString(CultureInfo.InvariantCulture));
        return request;
    }

    public void Started()
    {
        _threadAtStart = Environment.CurrentManagedThreadId;
        _started = run.Now();
    }

    /// <summary>The request is the first to go over a connection.</summary>
    public void Opened(ConnectTime connect) => _connect = connect;

    public void HeadersCame(HttpResponseMessage response)
    {
        _headers = run.Now();
        _response = response;
    }

    public FetchRecord BodyCame(long bytes, ConnectionIds connections)
    {
        var error = _response!.IsSuccessStatusCode
            ? null
            : $"the reply was {(int)_response.StatusCode} {_response.ReasonPhrase}, not a page.";
        return ToRecord(bytes, error, connections);
    }

    /// <summary>The record of a page that the client then worked on.</summary>
    public FetchRecord Worked(FetchRecord record) =>
        record with { Work = run.Now() - record.Finished, ThreadIdAtEnd = Environment.CurrentManagedThreadId };

    public FetchRecord Failed(string error, ConnectionIds connections) => ToRecord(bytes: 0, error, connections);

    /// <summary>The record of a request that was never sent.</summary>
    public FetchRecord Refused(string error)
    {
        Started();
        return ToRecord(bytes: 0, error, connections: null) with { Sent = false };
    }

    private FetchRecord ToRecord(long bytes, string? error, ConnectionIds? connections)
    {
        var finished = run.Now();
        var reply = _response is null ? default : new OriginReply(_response);
        var connection = default(string);
        var isNew = _connect is not null;
        if (reply.Connection is { } id)
            connection = connections!.Meet(id, out isNew);

        return new FetchRecord
        {
            Index = page.Index,
            Attempt = attempt,
            Url = page.Url,
            Worker = worker,
            ProcessId = Environment.ProcessId,
            ThreadIdAtStart = _threadAtStart,
            ThreadIdAtEnd = Environment.CurrentManagedThreadId,
            Intended = intended,
            Queued = queued,
            Started = _started,
            Connect = Waited(_connect),
            Headers = _response is null ? finished : _headers,
            Finished = finished,
            Connection = connection,
            NewConnection = isNew,
            Status = (int?)_response?.StatusCode,
            Bytes = bytes,
            Held = reply.Held,
            QueuedAtOrigin = reply.Queue,
            ServiceAtOrigin = reply.Service,
            RetryAfter = error is null ? null : OriginHeaders.ReadRetryAfter(_response, run.Date()),
            Error = error,
        };
    }

    /// <summary>How much of a connection's making fell into this request, which may have started after it had begun, or ended.</summary>
    private TimeSpan? Waited(ConnectTime? connect)
    {
        if (connect is null)
            return null;
        var from = run.At(connect.Begun);
        var to = run.At(connect.Made);
        from = from > _started ? from : _started;
        return to > from ? to - from : TimeSpan.Zero;
    }
}
