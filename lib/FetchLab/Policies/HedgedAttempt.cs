using Polly;

namespace FetchLab;

/// <summary>One of two attempts at a page that are under way at the same time: each can be cancelled, and has a context of its own.</summary>
internal sealed class HedgedAttempt : IDisposable
{
    private readonly CancellationTokenSource _overtaken;

    public HedgedAttempt(ResilienceContext context)
    {
        _overtaken = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken);
        Context = ResilienceContextPool.Shared.Get(context.ContinueOnCapturedContext, _overtaken.Token);
        PageAttempts.Of(context).PutInto(Context);
    }

    public ResilienceContext Context { get; }

    public void Cancel() => _overtaken.Cancel();

    public void Dispose()
    {
        ResilienceContextPool.Shared.Return(Context);
        _overtaken.Dispose();
    }
}
