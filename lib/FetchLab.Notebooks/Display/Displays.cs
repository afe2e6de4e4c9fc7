namespace FetchLab.Notebooks;

/// <summary>Where displayed values and console text go: to the cell that put them out.</summary>
/// <remarks>
/// The cell travels with the execution context, so what its tasks and threads put out after it has ended still belongs
/// to it. Threads that carry no context (those of a library, say) write to the cell that started last, where the session
/// has the process to itself.
/// </remarks>
internal static class Displays
{
    private static readonly AsyncLocal<CellRun?> _own = new();
    private static CellRun? _latest;

    /// <summary>The cell whose execution context this is; null where there is none.</summary>
    public static CellRun? Own => _own.Value;

    /// <summary>The cell that the calling code belongs to; null where there is none.</summary>
    public static CellRun? Cell => _own.Value ?? Volatile.Read(ref _latest);

    /// <summary>Makes a cell the one of this execution context and of all that it starts.</summary>
    /// <param name="cell">Takes the outputs.</param>
    /// <param name="strays">Whether outputs without a context come to it from now on.</param>
    public static void SendTo(CellRun cell, bool strays = false)
    {
        _own.Value = cell;
        if (strays) Volatile.Write(ref _latest, cell);
    }

    /// <summary>Puts one output out.</summary>
    /// <returns>False where no cell is there to take it.</returns>
    public static bool TryPut(CellOutput output)
    {
        if (Cell is not { } cell) return false;
        cell.Put(output);
        return true;
    }

    /// <inheritdoc cref="TryPut"/>
    public static void Put(CellOutput output) => TryPut(output);
}
