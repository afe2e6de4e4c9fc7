using System.Threading.Channels;

namespace FetchLab;

/// <summary>A bounded channel: one producer that waits while it is full, and consumers that each fetch what they take.</summary>
internal sealed partial class ChannelStrategy(int consumers, int capacity) : FetchStrategy
{
    private readonly int _consumers = Require.Workers(consumers, nameof(consumers));
    private readonly int _capacity = Require.AtLeast(1, capacity, nameof(capacity), "10");

    public override string Name => _consumers == 1 ? "channel, 1 consumer" : $"channel, {_consumers} consumers";

    public override int WorkersFor(int pages) => _consumers;

    /// <remarks>The producer waits too, in front of a full channel, or it is done.</remarks>
    protected internal override bool IsAtRest(RunState now) =>
        now.Queued == Math.Min(now.Pages, (long)now.Begun + _capacity) && base.IsAtRest(now);

    protected override Task RunCoreAsync(FetchSession session)
    {
        var channel = Channel.CreateBounded<int>(_capacity);
        var consuming = Enumerable.Range(0, _consumers).Select(worker => ConsumeAsync(session, channel.Reader, worker));
        return Task.WhenAll([.. consuming, ProduceAsync(session, channel.Writer)]);
    }

    private static async Task ProduceAsync(FetchSession session, ChannelWriter<int> writer)
    {
        for (var place = 0; place < session.Pages.Count; place++)
        {
            await writer.WaitToWriteAsync().ConfigureAwait(false);
            session.Enqueue(place);
            await writer.WriteAsync(place).ConfigureAwait(false);
        }

        writer.Complete();
    }

    private static async Task ConsumeAsync(FetchSession session, ChannelReader<int> reader, int worker)
    {
        await foreach (var place in reader.ReadAllAsync().ConfigureAwait(false))
            await session.FetchAsync(place, worker).ConfigureAwait(false);
    }
}
