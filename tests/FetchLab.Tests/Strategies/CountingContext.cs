namespace FetchLab.Tests.Strategies;

/// <summary>
/// A context that runs nothing and counts what it was asked to run: like a notebook's, busy with the cell that waits.
/// </summary>
internal sealed class CountingContext : SynchronizationContext
{
    private int _count;

    public int Count => _count;

    public override void Post(SendOrPostCallback d, object? state) => Interlocked.Increment(ref _count);

    public override void Send(SendOrPostCallback d, object? state) => Interlocked.Increment(ref _count);
}
