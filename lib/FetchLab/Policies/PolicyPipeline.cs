using Polly;

namespace FetchLab;

/// <summary>The policies of one run at work: what they know of rates and failures, all of its fetches share.</summary>
internal sealed class PolicyPipeline
{
    private readonly ResiliencePipeline<FetchRecord> _pipeline;
    private readonly CancellationToken _stop;

    private PolicyPipeline(FetchOptions options, CancellationToken stop)
    {
        var builder = new ResiliencePipelineBuilder<FetchRecord> { TimeProvider = options.TimeProvider };
        foreach (var policy in options.Policies)
            policy.AddTo(builder);
        _pipeline = builder.Build();
        _stop = stop;
    }

    /// <summary>Null where there is no policy: then nothing stands between a fetch and its client.</summary>
    public static PolicyPipeline? For(FetchOptions options, CancellationToken stop) =>
        options.Policies.Count == 0 ? null : new PolicyPipeline(options, stop);

    /// <summary>Makes the attempts at a page, blocking the calling thread. A cancelled run ends among them.</summary>
    public void Fetch(PageAttempts attempts)
    {
        var context = Context(attempts);
        try
        {
            _pipeline.Execute((own, page) => page.Fetch(own.CancellationToken), context, attempts);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // What was waiting for its next attempt has the record of the one before.
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <inheritdoc cref="Fetch"/>
    /// <remarks>It goes on where the caller's context says, before, between and after the attempts.</remarks>
    public async Task FetchAsync(PageAttempts attempts)
    {
        var context = Context(attempts);
        try
        {
            await _pipeline.ExecuteAsync(async (own, page) => await page.FetchAsync(own.CancellationToken), context, attempts);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // What was waiting for its next attempt has the record of the one before.
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private ResilienceContext Context(PageAttempts attempts)
    {
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: true, _stop);
        attempts.PutInto(context);
        return context;
    }
}
