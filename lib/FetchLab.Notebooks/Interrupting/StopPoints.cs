using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace FetchLab.Notebooks;

/// <summary>What the compiled code of a cell calls where it enters a method and where it goes round a loop.</summary>
/// <remarks>
/// The runtime offers no safe way to stop a thread that waits for nothing: an abort that meets a lock of the runtime's own,
/// or the end of a wait, takes the process down. So the code of cells looks here by itself. <see cref="StopPointWeaver"/>
/// puts the calls in.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class StopPoints
{
    // How many interrupted cells still have code that runs. While there is none, a look costs the reading of this field.
    private static volatile int _stopping;

    /// <summary>Goes on, unless the cell that this code belongs to is being stopped.</summary>
    /// <exception cref="OperationCanceledException">It is. Thrown again at every stop point, so that no catch-all loop outlives it.</exception>
    public static void Pass()
    {
        if (_stopping > 0) Look();
    }

    /// <summary>Enters a method: <see cref="Pass"/>, where there is stack enough to go deeper.</summary>
    /// <exception cref="InsufficientExecutionStackException">There is not; a stack that overflows would end the process.</exception>
    public static void Enter()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack()) throw new InsufficientExecutionStackException("the stack is full: a method calls itself without an end, or too deeply.");
        if (_stopping > 0) Look();
    }

    internal static void Arm() => Interlocked.Increment(ref _stopping);

    internal static void Disarm() => Interlocked.Decrement(ref _stopping);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Look()
    {
        // Of the execution context: it has followed the code to whatever thread or task runs it.
        Displays.Own?.PassStopPoint();
    }
}
