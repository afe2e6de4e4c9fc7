using System.Collections.Concurrent;

namespace FetchLab;

/// <summary>
/// The timeouts of a client's requests. Nearly all requests end in time; then the next one takes over what the timeout was
/// made of: a source, its timer, and what is registered with it.
/// </summary>
internal sealed class RequestDeadlines(FetchOptions options) : IDisposable
{
    private readonly ConcurrentQueue<CancellationTokenSource> _unused = new();

    public TimeSpan Timeout => options.RequestTimeout;

    /// <summary>A source that is cancelled when a request that starts now has taken too long.</summary>
    public CancellationTokenSource Start()
    {
        if (!_unused.TryDequeue(out var source))
            return new CancellationTokenSource(Timeout, options.TimeProvider);
        source.CancelAfter(Timeout);
        return source;
    }

    /// <remarks>One that was cancelled stays so, and another clock's timer cannot be set again.</remarks>
    public void Return(CancellationTokenSource source)
    {
        if (source.TryReset())
            _unused.Enqueue(source);
        else
            source.Dispose();
    }

    public void Dispose()
    {
        while (_unused.TryDequeue(out var source))
            source.Dispose();
    }
}
