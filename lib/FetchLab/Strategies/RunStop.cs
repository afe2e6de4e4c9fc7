using System.Runtime.ExceptionServices;

namespace FetchLab;

/// <summary>
/// What may end a run before its last page: the caller, the deadline, an error where one is to be fatal, and whoever is told
/// of a fetch and throws.
/// </summary>
internal sealed class RunStop : IDisposable
{
    private readonly CancellationTokenSource _late;
    private readonly CancellationTokenSource _any;
    private ExceptionDispatchInfo? _failure;

    /// <summary>The deadline counts from here.</summary>
    public RunStop(FetchOptions options, CancellationToken caller)
    {
        _late = options.Deadline is { } deadline ? new CancellationTokenSource(deadline, options.TimeProvider) : new();
        _any = CancellationTokenSource.CreateLinkedTokenSource(caller, _late.Token);
    }

    public CancellationToken Token => _any.Token;

    public void Now() => _any.Cancel();

    /// <summary>Ends the run; <see cref="ThrowIfFailed"/> then says why.</summary>
    public void Fail(Exception why)
    {
        Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(why), null);
        Now();
    }

    public void ThrowIfFailed() => _failure?.Throw();

    public void Dispose()
    {
        _any.Dispose();
        _late.Dispose();
    }
}
