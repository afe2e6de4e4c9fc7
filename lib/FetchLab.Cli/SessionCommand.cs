using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using FetchLab.Notebooks;

namespace FetchLab.Cli;

/// <summary><c>fetchlab session</c>: the process in which <c>run</c> runs one notebook. Nobody calls it by hand.</summary>
internal static class SessionCommand
{
    private const string Name = "session";

    // By this name a library in the session can say beforehand what a cell will not have the time for.
    private const string CellTimeout = "FETCHLAB_CELL_TIMEOUT";

    public static Command Create()
    {
        var command = new Command(Name, "Runs the cells that standard input brings.") { Hidden = true };
        command.SetAction(async (_, _) =>
        {
            await SessionHost.RunAsync(Connector.Create());
            // Threads that a cell started must not keep the process alive.
            Environment.Exit(ExitCode.Ok);
            return ExitCode.Ok;
        });
        return command;
    }

    /// <summary>How to start this program again as a session.</summary>
    /// <param name="cellTimeout">How long a cell may take.</param>
    public static ProcessStartInfo Start(TimeSpan cellTimeout)
    {
        var program = Environment.ProcessPath!;
        var start = new ProcessStartInfo(program);
        // 'dotnet fetchlab.dll' must name the DLL again; the program of its own name is it.
        if (Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase))
            start.ArgumentList.Add(typeof(SessionCommand).Assembly.Location);
        start.ArgumentList.Add(Name);
        start.Environment[CellTimeout] = cellTimeout.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        return start;
    }
}
