using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace FetchLab.Cli;

/// <summary>Notices that the front end which started this kernel is gone, without having ended it: killed, say.</summary>
internal static class ParentWatch
{
    // Jupyter's clients set it for their kernels. On Windows it is no process's id, but a handle.
    private const string Variable = "JPY_PARENT_PID";

    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(1);

    /// <summary>Looks again and again, on a thread of its own.</summary>
    public static void Start(Action gone)
    {
        if (OperatingSystem.IsWindows()
            || !int.TryParse(Environment.GetEnvironmentVariable(Variable), CultureInfo.InvariantCulture, out var parent)
            || Started(parent) is not { } started) return;

        new Thread(() =>
        {
            // By its start, too: another process may get its id.
            while (Started(parent) == started) Thread.Sleep(_interval);
            gone();
        })
        { IsBackground = true, Name = "parent watch" }.UnsafeStart();
    }

    private static DateTime? Started(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return found.StartTime;
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return null;
        }
    }
}
