using System.Runtime.ExceptionServices;

namespace FetchLab.Notebooks;

/// <summary>
/// What a thread of a cell's own throws and nobody catches. In a program it ends the process; here it is the error of its
/// cell, and the variables of a session outlive it.
/// </summary>
internal static class ThreadErrors
{
    private static readonly Lazy<bool> _kept = new(() =>
    {
        ExceptionHandling.SetUnhandledExceptionHandler(TryKeep);
        return true;
    });

    /// <summary>Keeps them from now on, for every session of this process.</summary>
    public static void Keep() => _ = _kept.Value;

    // Asked on the thread that threw, in its execution context. What no cell has started ends the process, as ever.
    private static bool TryKeep(Exception error)
    {
        if (Displays.Own is not { } cell) return false;
        cell.Fail(error);
        return true;
    }
}
