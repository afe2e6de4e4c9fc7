using System.Collections.Concurrent;
using Nito.AsyncEx;

namespace FetchLab;

/// <summary>One run of a pipeline: its workers, its queues, and what they note.</summary>
internal sealed class PipelineWork : IDisposable
{
    private readonly IReadOnlyList<object?> _items;
    private readonly IReadOnlyList<PipelineStage> _stages;
    private readonly CancellationTokenSource _ending;
    private readonly CancellationToken _stop;
    private readonly Func<TimeSpan> _now;
    private readonly StageQueue[] _queues;
    private readonly ConcurrentQueue<(int Stage, StageRecord Record)> _records = [];
    private readonly ConcurrentQueue<(int Index, object? Value)> _results = [];

    private int _next = -1;

    public PipelineWork(
        IReadOnlyList<object?> items, IReadOnlyList<PipelineStage> stages, int? capacity, TimeProvider time, CancellationToken cancelled)
    {
        (_items, _stages) = (items, stages);
        _ending = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        _stop = _ending.Token;
        var start = time.GetTimestamp();
        _now = () => time.GetElapsedTime(start);
        _queues = [.. stages.Skip(1).Select(stage => new StageQueue(stage.Name, capacity, _now))];
    }

    public TimeSpan Took { get; private set; }

    public IReadOnlyList<StageRecord> Records =>
        [.. _records.OrderBy(each => each.Record.Index).ThenBy(each => each.Stage).Select(each => each.Record)];

    public IReadOnlyList<QueueRecord> Queues => [.. _queues.Select(queue => queue.Record)];

    public IEnumerable<object?> Results => _results.OrderBy(each => each.Index).Select(each => each.Value);

    public async Task RunAsync(bool oneThread)
    {
        Task Start() => Task.WhenAll(_stages.Select((stage, place) => StageAsync(stage, place, oneThread)));
        await (oneThread ? DedicatedThread.RunAsync("pipeline", () => AsyncContext.Run(Start)) : Task.Run(Start)).ConfigureAwait(false);
        Took = _now();
    }

    public void Dispose() => _ending.Dispose();

    private async Task StageAsync(PipelineStage stage, int place, bool oneThread)
    {
        var workers = Enumerable.Range(0, Math.Min(stage.Workers, _items.Count)).Select(worker => oneThread
            ? WorkAsync(stage, place, worker)
            : stage.Computes
                ? DedicatedThread.RunAsync($"{stage.Name} {worker}", () => AsyncContext.Run(() => WorkAsync(stage, place, worker)))
                : Task.Run(() => WorkAsync(stage, place, worker)));
        try
        {
            await Task.WhenAll(workers);
        }
        catch (FetchLabException)
        {
            // The machine gave no thread: without its workers the stages before this one would stand before its queue for ever.
            await _ending.CancelAsync();
            throw;
        }

        if (place < _queues.Length)
            _queues[place].Complete();
    }

    /// <remarks>No await here leaves its context: a computing worker keeps its thread, and on one thread all keep theirs.</remarks>
    private async Task WorkAsync(PipelineStage stage, int place, int worker)
    {
        try
        {
            while (await TakeAsync(place) is { } item)
            {
                await DoAsync(stage, place, worker, item);
                // Who computes never waits; on a shared thread the others need their turn.
                await Task.Yield();
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // What has come through is kept.
        }
    }

    private Task<PipelineItem?> TakeAsync(int place)
    {
        if (_stop.IsCancellationRequested)
            return Task.FromResult<PipelineItem?>(null);
        if (place > 0)
            return _queues[place - 1].TakeAsync(_stop);
        var index = Interlocked.Increment(ref _next);
        return Task.FromResult<PipelineItem?>(index < _items.Count ? new(index, _items[index], _now()) : null);
    }

    private async Task DoAsync(PipelineStage stage, int place, int worker, PipelineItem item)
    {
        var (started, thread) = (_now(), Environment.CurrentManagedThreadId);
        object? made = null;
        string? error = null;
        try
        {
            made = await stage.Work(item.Value);
        }
        catch (Exception failure)
        {
            error = $"{failure.GetType().Name}: {failure.Message}";
        }

        var (finished, handed, threadAtEnd) = (_now(), TimeSpan.Zero, Environment.CurrentManagedThreadId);
        try
        {
            if (error is null && place < _queues.Length)
                await _queues[place].AddAsync(item.Index, made, _stop);
            else if (error is null)
                _results.Enqueue((item.Index, made));
        }
        finally
        {
            handed = error is null && place < _queues.Length ? _now() : finished;
            _records.Enqueue((place, new(
                stage.Name, item.Index, worker, item.Queued, started, finished, handed, thread, threadAtEnd, error)));
        }
    }
}
