using FetchLab.Notebooks;

namespace FetchLab.Jupyter;

/// <summary>Ends a cell that runs in a kernel.</summary>
internal static class Interruption
{
    private static readonly TimeSpan _beginning = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(1);
    private const int MostAttempts = 3;

    /// <summary>Interrupts it, and waits until it has come to rest.</summary>
    /// <exception cref="NotebookException">It has not, within 3 s.</exception>
    public static async Task EndAsync(ConnectedKernel kernel, Exchange exchange, Task ended)
    {
        // A kernel that has not begun would take the interrupt for nothing.
        await Task.WhenAny(exchange.Begun, ended, Task.Delay(_beginning));
        // More than once: code may have caught the first, as what it calls 'an error'.
        for (var attempt = 0; attempt < MostAttempts && !ended.IsCompleted; attempt++)
        {
            kernel.Interrupt();
            await Task.WhenAny(ended, Task.Delay(_interval));
        }

        if (!ended.IsCompleted)
            throw new NotebookException($"'{kernel.Name}' did not stop within {MostAttempts} s; {kernel.Again}, which ends what it does now.");
    }
}
