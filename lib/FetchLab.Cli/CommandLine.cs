using System.CommandLine;
using FetchLab.Notebooks;

namespace FetchLab.Cli;

/// <summary>The verbs and their options. A mistake gets one line, and exit code 2.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Runs FetchLab's notebooks. Without a verb: all of notebooks/, as 'run' does.")
        {
            RunCommand.Create(),
            CheckCommand.Create(),
            StripCommand.Create(),
            KernelCommand.Create(),
            InstallCommand.Create(),
            InstallCommand.CreateUninstall(),
            OriginCommand.Create(),
            SessionCommand.Create(),
        };
        root.SetAction((_, stop) => RunCommand.RunAsync(RunOptions.Default, stop));

        var parsed = root.Parse(args);
        if (parsed.Errors is [var first, ..])
        {
            var command = parsed.CommandResult.Command;
            var advice = command == root ? "'fetchlab run notebooks/03-threads.ipynb', or 'fetchlab --help'" : $"'fetchlab {command.Name} --help'";
            return Mistake($"{first.Message.TrimEnd('.')}; try {advice}.");
        }

        try
        {
            var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false };
            // Ctrl+C interrupts a kernel's cell, and never ends the kernel.
            if (parsed.CommandResult.Command.Name == KernelCommand.Name) configuration.ProcessTerminationTimeout = null;
            return await parsed.InvokeAsync(configuration);
        }
        catch (NotebookException error)
        {
            return Mistake(error.Message);
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Stopped;
        }
    }

    private static int Mistake(string message)
    {
        Console.Error.WriteLine($"fetchlab: {message}");
        return ExitCode.Usage;
    }
}
