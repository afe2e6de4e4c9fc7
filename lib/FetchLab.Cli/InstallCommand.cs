using System.CommandLine;
using FetchLab.Notebooks;

namespace FetchLab.Cli;

/// <summary><c>fetchlab install</c> and <c>fetchlab uninstall</c>: the kernel in front ends' lists, and out of them.</summary>
internal static class InstallCommand
{
    private static readonly Option<string?> _prefix = new("--prefix")
    {
        Description = "Install below this folder, in share/; into the user's own folders where none is named.", HelpName = "dir",
    };

    private static readonly Option<string> _name = new("--name")
    {
        Description = "The kernel's name in notebooks.", DefaultValueFactory = _ => ".net-csharp",
    };

    private static readonly Option<string> _displayName = new("--display-name")
    {
        Description = "The kernel's name in lists.", DefaultValueFactory = _ => ".NET (C#)",
    };

    private static readonly Option<bool> _force = new("--force") { Description = "Replace a kernel of that name that is another engine's." };

    public static Command Create()
    {
        var command = new Command("install", "Publishes the engine, and tells Jupyter and VS Code of it.") { _prefix, _name, _displayName, _force };
        command.SetAction((parsed, stop) => InstallAsync(
            JupyterFolders.Under(parsed.GetValue(_prefix)), parsed.GetValue(_name)!, parsed.GetValue(_displayName)!, parsed.GetValue(_force), stop));
        return command;
    }

    public static Command CreateUninstall()
    {
        var command = new Command("uninstall", "Undoes 'install'.") { _prefix, _name };
        command.SetAction(parsed => Uninstall(JupyterFolders.Under(parsed.GetValue(_prefix)), parsed.GetValue(_name)!));
        return command;
    }

    private static async Task<int> InstallAsync(JupyterFolders folders, string name, string displayName, bool force, CancellationToken stop)
    {
        var kernel = folders.Kernel(name);
        if (string.IsNullOrWhiteSpace(displayName))
            throw new NotebookException($"--display-name must say something, but was '{displayName}'; try --display-name \"C# (FetchLab)\".");
        var foreign = IsForeign(kernel);
        if (foreign && !force) return LeaveAlone(kernel, "add --force to replace it, or --name to install beside it");
        Console.WriteLine("Publishing the engine, which takes a minute …");
        try
        {
            var engine = await EngineCopy.PublishAsync(folders.Engines, stop);
            KernelSpec.Write(kernel, displayName, engine, EngineCopy.Command(engine));
            // The other engine's logos and scripts would go on showing it.
            if (foreign) KernelSpec.ClearBeside(kernel);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new NotebookException($"nothing can be installed as {kernel}: {error.Message} Try --prefix with a folder of your own.");
        }
        finally
        {
            // The engine of the last install, or what a failed one left.
            EngineCopy.Clean(folders.Engines, Used(folders));
            folders.RemoveEmpty();
        }

        Console.WriteLine($"{displayName} is installed as {kernel}.");
        return ExitCode.Ok;
    }

    private static int Uninstall(JupyterFolders folders, string name)
    {
        var kernel = folders.Kernel(name);
        if (IsForeign(kernel)) return LeaveAlone(kernel, "whoever installed it can remove it");
        if (KernelSpec.Exists(kernel)) Directory.Delete(kernel, recursive: true);
        EngineCopy.Clean(folders.Engines, Used(folders));
        folders.RemoveEmpty();
        Console.WriteLine($"There is no kernel in {kernel} any more.");
        return ExitCode.Ok;
    }

    // Kernels of several names may stand side by side, each with its engine.
    private static HashSet<string> Used(JupyterFolders folders) => Directory.Exists(folders.Kernels)
        ? [.. Directory.EnumerateDirectories(folders.Kernels).Select(KernelSpec.Engine).OfType<string>()]
        : [];

    private static bool IsForeign(string kernel) => KernelSpec.Exists(kernel) && KernelSpec.Engine(kernel) is null;

    private static int LeaveAlone(string kernel, string advice)
    {
        Console.Error.WriteLine($"fetchlab: the kernel in {kernel} is another engine's and was left alone; {advice}.");
        return ExitCode.Failed;
    }
}
