using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using FetchLab.Notebooks;

namespace FetchLab.Cli;

/// <summary>A published copy of the engine, compiled ahead of time, which no rebuild of the checkout touches.</summary>
internal static class EngineCopy
{
    private const string Solution = "FetchLab.slnx";

    /// <summary>Publishes the checkout's engine into a new folder.</summary>
    /// <param name="engines">The folder that holds a folder for each.</param>
    /// <param name="stop">Gives it up.</param>
    /// <returns>The new folder.</returns>
    public static async Task<string> PublishAsync(string engines, CancellationToken stop)
    {
        var project = Path.Combine(Checkout(), "lib", "FetchLab.Cli", "FetchLab.Cli.csproj");
        var name = "engine-" + DateTime.UtcNow.ToString("yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture);
        var work = Directory.CreateTempSubdirectory("fetchlab-install-").FullName;
        try
        {
            var start = new ProcessStartInfo("dotnet",
            [
                "publish", project, "-c", "Release", "-o", Path.Combine(engines, name), "-r", RuntimeInformation.RuntimeIdentifier,
                "--self-contained", "false", "-p:PublishReadyToRun=true", "-p:InstallsEngine=true",
                // The checkout's own build, and its lock files, stay as they are.
                "--artifacts-path", work, "-p:RestoreLockedMode=false",
                "--nologo", "-v", "quiet", "--disable-build-servers",
            ])
            { RedirectStandardOutput = true };
            using var publish = Process.Start(start)!;
            var said = await publish.StandardOutput.ReadToEndAsync(stop);
            await publish.WaitForExitAsync(stop);
            if (publish.ExitCode == 0) return Path.Combine(engines, name);
            if (Directory.Exists(Path.Combine(engines, name))) Directory.Delete(Path.Combine(engines, name), recursive: true);
            throw new NotebookException($"the engine could not be published; 'dotnet build' in {Checkout()} must succeed first.\n{said.Trim()}");
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    /// <summary>How to start a published engine: on the <c>dotnet</c> that runs this program.</summary>
    public static IReadOnlyList<string> Command(string folder) => [Dotnet(), Path.Combine(folder, "FetchLab.Cli.dll")];

    /// <summary>Takes every published engine away but those that a kernelspec names, and those that still run.</summary>
    public static void Clean(string engines, IReadOnlySet<string> keep)
    {
        if (!Directory.Exists(engines)) return;
        foreach (var folder in Directory.EnumerateDirectories(engines, "engine-*"))
        {
            if (!keep.Contains(folder) && !IsInUse(folder)) Directory.Delete(folder, recursive: true);
        }

        if (!Directory.EnumerateFileSystemEntries(engines).Any()) Directory.Delete(engines);
    }

    // A running kernel still loads from its folder: on Windows its files are locked, on Linux its command line says so.
    private static bool IsInUse(string folder)
    {
        try
        {
            if (OperatingSystem.IsLinux())
            {
                return Directory.EnumerateDirectories("/proc").Where(process => char.IsAsciiDigit(Path.GetFileName(process)[0])).Any(process =>
                {
                    try
                    {
                        return File.ReadAllText(Path.Combine(process, "cmdline")).Contains(folder + "/", StringComparison.Ordinal);
                    }
                    catch (Exception error) when (error is IOException or UnauthorizedAccessException)
                    {
                        return false;
                    }
                });
            }

            using var locked = File.Open(Path.Combine(folder, "FetchLab.Cli.dll"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    private static string Checkout()
    {
        foreach (var start in (string[])[AppContext.BaseDirectory, Environment.CurrentDirectory])
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, Solution))) return folder.FullName;
            }
        }

        throw new NotebookException(
            $"there is no checkout of FetchLab around {Environment.CurrentDirectory}; run 'fetchlab install' from the folder that holds {Solution}.");
    }

    // A front end may have another PATH than this shell.
    internal static string Dotnet()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var path = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name));
        return File.Exists(path) ? path : name;
    }
}
