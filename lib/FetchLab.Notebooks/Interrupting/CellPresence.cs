namespace FetchLab.Notebooks;

/// <summary>How many threads are inside the code of one cell at this moment, those that it started itself too.</summary>
/// <remarks>The execution context tells: it flows to every task and thread that a cell starts, and says so when it comes and goes.</remarks>
internal sealed class CellPresence
{
    private static readonly AsyncLocal<CellPresence?> _current = new(Changed);
    private int _threads;

    public bool Any => Volatile.Read(ref _threads) > 0;

    /// <summary>From here on this thread, and what it starts, is inside the cell.</summary>
    public void Enter() => _current.Value = this;

    /// <summary>This thread is inside no cell any more.</summary>
    public static void Leave() => _current.Value = null;

    // No lock in here: an interrupt could hit it, and the runtime ends the process where a handler like this one throws.
    private static void Changed(AsyncLocalValueChangedArgs<CellPresence?> change)
    {
        if (change.PreviousValue is { } left) Interlocked.Decrement(ref left._threads);
        if (change.CurrentValue is { } entered) Interlocked.Increment(ref entered._threads);
    }
}
