using System.Runtime.InteropServices;

namespace FetchLab.Cli;

/// <summary>
/// Lets this process hear the signal by which front ends stop a cell, where whoever started it ignores that signal: a server that
/// a script has put into the background does, and its children inherit it.
/// </summary>
/// <remarks>The runtime respects that for as long as the process lives. So the process begins once more, as itself: its id stays.</remarks>
internal static partial class IgnoredInterrupt
{
    private const int Interrupt = 2;
    private const nint ByDefault = 0;
    private const nint Ignored = 1;

    // Larger than what any system writes; on each it begins with what is to be done.
    private const int ActionSize = 512;

    /// <summary>Begins the process once more where that is needed, and does not return then.</summary>
    public static void Heed()
    {
        if (OperatingSystem.IsWindows() || Action() != Ignored || Environment.ProcessPath is not { } program) return;
        _ = Handle(Interrupt, ByDefault);
        // The runtime's own program is told which assembly to run.
        var given = Environment.GetCommandLineArgs();
        var own = Path.GetFileNameWithoutExtension(program) == "dotnet" ? given : given[1..];
        _ = Execute(program, [program, .. own, null]);
        // Not possible: it goes on as it was, and cells are stopped by messages only.
        _ = Handle(Interrupt, Ignored);
    }

    private static nint Action()
    {
        Span<byte> action = stackalloc byte[ActionSize];
        return Action(Interrupt, 0, ref MemoryMarshal.GetReference(action)) == 0 ? MemoryMarshal.Read<nint>(action) : ByDefault;
    }

    [LibraryImport("libc", EntryPoint = "sigaction")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Action(int signal, nint change, ref byte action);

    [LibraryImport("libc", EntryPoint = "signal")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint Handle(int signal, nint handler);

    [LibraryImport("libc", EntryPoint = "execv", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Execute(string program, string?[] arguments);
}
