using System.Runtime.InteropServices;

namespace FetchLab.Jupyter;

/// <summary>Signals to processes, on Unix.</summary>
internal static partial class Signals
{
    public const int Interrupt = 2;
    public const int Kill = 9;

    /// <param name="process">A process's id, or a group's as a negative number. One that is gone is no mistake.</param>
    /// <param name="signal">The signal's number.</param>
    public static void Send(int process, int signal) => _ = SendCore(process, signal);

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SendCore(int process, int signal);
}
