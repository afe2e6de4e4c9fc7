using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using FetchLab.Jupyter;
using FetchLab.Notebooks;

namespace FetchLab.Cli;

/// <summary><c>fetchlab kernel</c>: the process that a Jupyter front end starts.</summary>
internal static class KernelCommand
{
    public const string Name = "kernel";

    // What the first cell would wait for: the compiler, an execution, a value's formatting.
    private const string WarmUp = "System.Linq.Enumerable.Range(1, 2).Select(number => number + 1).Sum()";

    public static Command Create()
    {
        var file = new Argument<string>("connection-file") { Description = "The file in which the front end says where to listen." };
        var command = new Command(Name, "Runs cells for a Jupyter front end; front ends start it themselves, after 'fetchlab install'.") { file };
        command.SetAction((parsed, stop) => RunAsync(ConnectionFile.Read(parsed.GetValue(file)!), stop));
        return command;
    }

    private static async Task<int> RunAsync(ConnectionFile file, CancellationToken stop)
    {
        // Not disposed: the process ends with it, also in the middle of a cell.
        var session = new CSharpSession(ownsProcess: true);
        using (var kernel = new JupyterKernel(file, session))
        {
            // Ctrl+C in a console client reaches its kernel too; it is meant for the cell.
            using var signal = PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
            {
                context.Cancel = true;
                kernel.Interrupt();
            });

            _ = EndWithFrontEndAsync();
            // While the client is still connecting. Cells run one at a time, so one that comes early waits for it.
            _ = Task.Run(() => session.ExecuteAsync(new(WarmUp, "warm-up"), _ => { }, CancellationToken.None), CancellationToken.None);
            await kernel.RunAsync(stop);
        }

        JupyterKernel.Flush();
        // Threads that cells started must not keep the process alive.
        Environment.Exit(ExitCode.Ok);
        return ExitCode.Ok;
    }

    // One that is killed, or whose terminal is closed, asks for no shutdown. Jupyter's clients say who they are; on Windows as
    // a handle, which is another matter.
    private static async Task EndWithFrontEndAsync()
    {
        if (OperatingSystem.IsWindows() || !int.TryParse(Environment.GetEnvironmentVariable("JPY_PARENT_PID"), CultureInfo.InvariantCulture, out var id)) return;
        try
        {
            using var frontEnd = Process.GetProcessById(id);
            await frontEnd.WaitForExitAsync();
        }
        catch (ArgumentException)
        {
            // It is gone already.
        }

        Environment.Exit(ExitCode.Ok);
    }
}
