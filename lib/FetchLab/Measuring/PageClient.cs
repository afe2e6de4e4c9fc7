using System.Buffers;

namespace FetchLab;

/// <summary>
/// The one client of a run, the same for every strategy: connections are kept, and nothing happens that was not asked for
/// (no proxy, no cookies, no redirects, no decompression, no tracing headers).
/// </summary>
/// <param name="options">The run's.</param>
/// <param name="work">What it does with each page that has arrived; null is nothing.</param>
internal sealed class PageClient(FetchOptions options, PageWork? work = null) : IDisposable
{
    private readonly ConnectionIds _connections = new();
    private readonly RequestDeadlines _deadlines = new(options);
    // What an HttpClient is built on. The client itself would link a second cancellation source for each request, for a timeout
    // that ends at the headers; a request's deadline here covers the body too.
    private readonly HttpMessageInvoker _http = new(options.Handler?.Invoke() ?? NewMeasuredHandler(options));

    /// <summary>What it does with each page that has arrived; null is nothing.</summary>
    public PageWork? Work => work;

    public static SocketsHttpHandler NewHandler() => new()
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        ActivityHeadersPropagator = null,
    };

    public FetchRecord Fetch(FetchRecorder recorder, CancellationToken stop)
    {
        using var deadline = new RequestDeadline(_deadlines, stop);
        try
        {
            using var request = recorder.NewRequest();
            recorder.Started();
            using var response = _http.Send(request, deadline.Token);
            recorder.HeadersCame(response);
            // A blocking read takes no token: the deadline closes the reply under it.
            using var abort = deadline.Token.UnsafeRegister(reply => ((HttpResponseMessage)reply!).Dispose(), response);
            using var body = response.Content.ReadAsStream(deadline.Token);
            var record = recorder.BodyCame(Drain(body), _connections);
            if (work is null || record.Error is not null)
                return record;
            work.Do(record.Index, stop);
            return recorder.Worked(record);
        }
        catch (Exception failure)
        {
            return recorder.Failed(deadline.Explain(failure), _connections);
        }
    }

    /// <remarks>
    /// No await here leaves its context: on which thread a fetch goes on is for the strategy to decide, and is recorded.
    /// </remarks>
    public async Task<FetchRecord> FetchAsync(FetchRecorder recorder, CancellationToken stop)
    {
        using var deadline = new RequestDeadline(_deadlines, stop);
        try
        {
            using var request = recorder.NewRequest();
            recorder.Started();
            using var response = await _http.SendAsync(request, deadline.Token);
            recorder.HeadersCame(response);
            using var body = await response.Content.ReadAsStreamAsync(deadline.Token);
            var record = recorder.BodyCame(await DrainAsync(body, deadline.Token), _connections);
            if (work is null || record.Error is not null)
                return record;
            await work.DoAsync(record.Index, stop);
            return recorder.Worked(record);
        }
        catch (Exception failure)
        {
            return recorder.Failed(deadline.Explain(failure), _connections);
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _deadlines.Dispose();
    }

    private static SocketsHttpHandler NewMeasuredHandler(FetchOptions options)
    {
        var handler = NewHandler();
        handler.ConnectCallback = new ConnectionMaker(options).ConnectAsync;
        handler.RequestHeaderEncodingSelector = RecordedRequest.Notice;
        return handler;
    }

    private static long Drain(Stream body)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
        long total = 0;
        for (int read; (read = body.Read(buffer)) > 0;)
            total += read;
        ArrayPool<byte>.Shared.Return(buffer);
        return total;
    }

    private static async Task<long> DrainAsync(Stream body, CancellationToken token)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
        long total = 0;
        for (int read; (read = await body.ReadAsync(buffer, token)) > 0;)
            total += read;
        ArrayPool<byte>.Shared.Return(buffer);
        return total;
    }
}
