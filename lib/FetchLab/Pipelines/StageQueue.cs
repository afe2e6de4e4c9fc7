using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;

namespace FetchLab;

/// <summary>The channel before a stage, which notes how many items it holds.</summary>
/// <remarks>
/// An item and its note go in and out under one lock: noted after it, a bounded channel would now and then seem to hold more
/// than it can.
/// </remarks>
internal sealed class StageQueue(string stage, int? capacity, Func<TimeSpan> now)
{
    private readonly Lock _lock = new();
    private readonly List<QueueChange> _changes = [];
    private readonly Channel<PipelineItem> _channel = capacity is { } room
        ? Channel.CreateBounded<PipelineItem>(room)
        : Channel.CreateUnbounded<PipelineItem>();

    private int _held;

    public QueueRecord Record => new(stage, capacity, _changes);

    /// <summary>Adds an item, once there is room.</summary>
    public async Task AddAsync(int index, object? value, CancellationToken stop)
    {
        while (!TryAdd(index, value))
            await _channel.Writer.WaitToWriteAsync(stop);
    }

    /// <returns>The next item; null when none is left and none will come.</returns>
    public async Task<PipelineItem?> TakeAsync(CancellationToken stop)
    {
        while (await _channel.Reader.WaitToReadAsync(stop))
        {
            if (TryTake(out var item))
                return item;
        }

        return null;
    }

    /// <summary>Says that no more items come.</summary>
    public void Complete() => _channel.Writer.TryComplete();

    private bool TryAdd(int index, object? value)
    {
        lock (_lock)
        {
            var at = now();
            if (!_channel.Writer.TryWrite(new(index, value, at)))
                return false;
            _changes.Add(new(at, ++_held));
            return true;
        }
    }

    private bool TryTake([NotNullWhen(true)] out PipelineItem? item)
    {
        lock (_lock)
        {
            item = _channel.Reader.TryRead(out var next) ? next : null;
            if (item is not null)
                _changes.Add(new(now(), --_held));
            return item is not null;
        }
    }
}
