using System.Runtime.InteropServices;

namespace FetchLab.Origin;

/// <summary>A sleep of microseconds. The runtime's own sleeps count whole milliseconds.</summary>
internal static partial class Nap
{
    // Short, because nobody can wake a nap: an earlier moment that is asked for meanwhile is late by this much at most.
    private static readonly TimeSpan Longest = TimeSpan.FromMicroseconds(100);

    public static void AtMost(TimeSpan rest)
    {
        // Windows sleeps in ticks of its own clock; to give way to others is the shortest wait that it has.
        if (OperatingSystem.IsWindows())
        {
            Thread.Sleep(0);
            return;
        }

        var nap = new TimeSpec(0, (nint)Math.Min(rest.TotalNanoseconds, Longest.TotalNanoseconds));
        _ = Sleep(in nap, 0);
    }

    [LibraryImport("libc", EntryPoint = "nanosleep")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Sleep(in TimeSpec duration, nint remaining);

    /// <remarks>Both are a machine word on the systems that have it.</remarks>
    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct TimeSpec(nint Seconds, nint Nanoseconds);
}
