namespace FetchLab.Notebooks;

/// <summary>Where displayed values and console text go: to the cell that put them out.</summary>
/// <remarks>
/// The cell travels with the execution context, so what its tasks and threads put out after it has ended still belongs
/// to it. Threads that carry no context (timers of a library, say) write to the cell that started last.
/// </remarks>
internal static class Displays
{
    private static readonly AsyncLocal<Action<CellOutput>?> _own = new();
    private static Action<CellOutput>? _latest;

    /// <summary>Makes a sink the one of this execution context and of all that it starts.</summary>
    public static void SendTo(Action<CellOutput> sink)
    {
        _own.Value = sink;
        Volatile.Write(ref _latest, sink);
    }

    /// <summary>Puts one output out; where no session is running nobody sees it.</summary>
    public static void Put(CellOutput output) => (_own.Value ?? Volatile.Read(ref _latest))?.Invoke(output);
}
