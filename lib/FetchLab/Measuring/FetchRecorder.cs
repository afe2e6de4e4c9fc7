using System.Globalization;

namespace FetchLab;

/// <summary>
/// Notes what one request does while it does it. Instants count from <paramref name="start"/>, the start of the run.
/// </summary>
internal sealed class FetchRecorder(
    Page page, string runId, int worker, TimeProvider clock, long start, TimeSpan? queued = null, TimeSpan? intended = null)
{
    private readonly TimeSpan _queued = queued ?? clock.GetElapsedTime(start);
    private TimeSpan _started;
    private TimeSpan? _headers;
    private TimeSpan _finished;
    private int _threadAtStart;
    private int _threadAtEnd;
    private int? _status;
    private long _bytes;
    private TimeSpan? _held;
    private string? _error;

    public HttpRequestMessage NewRequest()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, page.Url);
        request.Headers.TryAddWithoutValidation(OriginHeaders.Run, runId);
        request.Headers.TryAddWithoutValidation(OriginHeaders.Record, page.Index.ToString(CultureInfo.InvariantCulture));
        return request;
    }

    public void Started()
    {
        _threadAtStart = Environment.CurrentManagedThreadId;
        _started = Now();
    }

    public void HeadersCame(HttpResponseMessage response)
    {
        _headers = Now();
        _status = (int)response.StatusCode;
        _held = OriginHeaders.ReadHeld(response);
        if (!response.IsSuccessStatusCode)
            _error = $"the reply was {_status} {response.ReasonPhrase}, not a page.";
    }

    public void BodyCame(long bytes)
    {
        _bytes = bytes;
        Finish();
    }

    public void Failed(string error)
    {
        _error = error;
        Finish();
    }

    public FetchRecord ToRecord() => new()
    {
        Index = page.Index,
        Url = page.Url,
        Worker = worker,
        ProcessId = Environment.ProcessId,
        ThreadIdAtStart = _threadAtStart,
        ThreadIdAtEnd = _threadAtEnd,
        Queued = _queued,
        Intended = intended,
        Started = _started,
        Headers = _headers ?? _finished,
        Finished = _finished,
        Status = _status,
        Bytes = _bytes,
        Held = _held,
        Error = _error,
    };

    private void Finish()
    {
        _finished = Now();
        _threadAtEnd = Environment.CurrentManagedThreadId;
    }

    private TimeSpan Now() => clock.GetElapsedTime(start);
}
