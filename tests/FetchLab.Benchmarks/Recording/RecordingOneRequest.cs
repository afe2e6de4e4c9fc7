using BenchmarkDotNet.Attributes;

namespace FetchLab.Benchmarks;

/// <summary>What recording adds to a request: the recorder and the record, and the ids that the request carries.</summary>
public class RecordingOneRequest
{
    private static readonly HttpResponseMessage Reply = NewReply();

    private readonly Page _page = new(1234, "apple", new Uri("http://127.0.0.1:5000/apple/1234?latencyMs=0&bytes=2000"), TimeSpan.Zero);
    private readonly RecordedRun _run = new(Guid.NewGuid().ToString("N"), TimeProvider.System);
    private readonly ConnectionIds _connections = new();
    private readonly FetchRecorder _recorder;

    /// <summary>The recorder of a request that is only named.</summary>
    public RecordingOneRequest() => _recorder = new FetchRecorder(_page, _run, worker: 3, attempt: 1, default);

    /// <summary>From the moment that the page is taken in hand to its finished record.</summary>
    [Benchmark]
    public FetchRecord Record()
    {
        var recorder = new FetchRecorder(_page, _run, worker: 3, attempt: 1, _run.Now());
        recorder.Started();
        recorder.HeadersCame(Reply);
        return recorder.BodyCame(2000, _connections);
    }

    /// <summary>A request that carries the ids of its run, its page and its attempt.</summary>
    [Benchmark]
    public HttpRequestMessage NamedRequest() => _recorder.NewRequest();

    /// <summary>A request that carries nothing.</summary>
    [Benchmark]
    public HttpRequestMessage PlainRequest() => new(HttpMethod.Get, _page.Url);

    /// <summary>A reply with the headers that the origin sends.</summary>
    private static HttpResponseMessage NewReply()
    {
        var reply = new HttpResponseMessage();
        reply.Headers.TryAddWithoutValidation("Date", "Tue, 01 Jan 2030 00:00:00 GMT");
        reply.Headers.TryAddWithoutValidation(OriginHeaders.Connection, "0HNABCDEFGHIJ");
        reply.Headers.TryAddWithoutValidation(OriginHeaders.Held, "50.123");
        reply.Headers.TryAddWithoutValidation(OriginHeaders.Queue, "0.000");
        reply.Headers.TryAddWithoutValidation(OriginHeaders.Service, "0.000");
        return reply;
    }
}
