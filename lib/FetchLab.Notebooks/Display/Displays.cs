namespace FetchLab.Notebooks;

/// <summary>Where displayed values and console text go: to the cell that put them out.</summary>
/// <remarks>
/// The cell travels with the execution context, so what its tasks and threads put out after it has ended still belongs
/// to it. Threads that carry no context (those of a library, say) write to the cell that started last, where the session
/// has the process to itself.
/// </remarks>
internal static class Displays
{
    private static readonly AsyncLocal<Action<CellOutput>?> _own = new();
    private static Action<CellOutput>? _latest;

    /// <summary>Makes a sink the one of this execution context and of all that it starts.</summary>
    /// <param name="sink">Takes the outputs.</param>
    /// <param name="strays">Whether outputs without a context come to it too.</param>
    public static void SendTo(Action<CellOutput> sink, bool strays)
    {
        _own.Value = sink;
        if (strays) Volatile.Write(ref _latest, sink);
    }

    /// <summary>Puts one output out.</summary>
    /// <returns>False where no cell is there to take it.</returns>
    public static bool TryPut(CellOutput output)
    {
        if ((_own.Value ?? Volatile.Read(ref _latest)) is not { } sink) return false;
        sink(output);
        return true;
    }

    /// <inheritdoc cref="TryPut"/>
    public static void Put(CellOutput output) => TryPut(output);
}
