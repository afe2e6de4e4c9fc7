using System.CommandLine;
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

    // For what the session has started besides; it ends with this process in any case.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(3);

    public static Command Create()
    {
        var file = new Argument<string>("connection-file") { Description = "The file in which the front end says where to listen." };
        var command = new Command(Name, "Runs cells for a Jupyter front end; front ends start it themselves, after 'fetchlab install'.") { file };
        command.SetAction(parsed =>
        {
            IgnoredInterrupt.Heed();
            return Run(ConnectionFile.Read(parsed.GetValue(file)!));
        });
        return command;
    }

    private static int Run(ConnectionFile file)
    {
        var code = ExitCode.Ok;
        // Not disposed: the process ends with it, also in the middle of a cell.
        var session = new CSharpSession(ownsProcess: true, connector: Connector.Create());
        using (var kernel = new JupyterKernel(file, session))
        {
            var end = new UnaskedEnd(kernel);
            // How front ends stop a cell. Ctrl+C in a console client reaches its kernel too, and is meant for the cell as well.
            using var interrupt = On(PosixSignal.SIGINT, kernel.Interrupt);
            using var terminate = On(PosixSignal.SIGTERM, () => End(ExitCode.Terminated));
            using var hangUp = On(PosixSignal.SIGHUP, () => End(ExitCode.HungUp));
            ParentWatch.Start(() => End(ExitCode.HungUp));

            // While the client is still connecting. Cells run one at a time, so one that comes early waits for it.
            _ = Task.Run(() => session.ExecuteAsync(new(WarmUp, "warm-up"), _ => { }, CancellationToken.None), CancellationToken.None);
            kernel.Run();
            end.IsAsked();

            void End(int exitCode)
            {
                code = exitCode;
                kernel.End();
            }
        }

        session.EndLanguagesAsync().AsTask().Wait(_patience);
        JupyterKernel.Flush();
        // Threads that cells started must not keep the process alive.
        Environment.Exit(code);
        return code;
    }

    private static PosixSignalRegistration On(PosixSignal signal, Action action) => PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        action();
    });
}
