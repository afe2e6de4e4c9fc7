using System.Diagnostics;
using System.Text.Json;

namespace FetchLab.Notebooks;

/// <summary>Finds the files of packages with the SDK's own restore.</summary>
internal static class PackageResolver
{
    private const string Items = "RuntimeCopyLocalItems,NativeCopyLocalItems,ResolvedCompileFileDefinitions";

    /// <param name="project">The project that refers to them.</param>
    /// <param name="packages">The packages, for their versions.</param>
    /// <param name="cancellationToken">Ends the restore.</param>
    /// <returns>Their files, or what the restore said against it.</returns>
    /// <exception cref="NotebookException">The SDK is not there.</exception>
    public static async Task<(PackageAssets? Assets, string Said)> ResolveAsync(
        string project, IReadOnlyList<PackageReference> packages, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("fetchlab-packages-").FullName;
        try
        {
            var file = Path.Combine(folder, "packages.csproj");
            await File.WriteAllTextAsync(file, project, cancellationToken);
            // Files of these names above the folder belong to somebody else.
            foreach (var name in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"])
                await File.WriteAllTextAsync(Path.Combine(folder, name), "<Project />", cancellationToken);
            var (ok, said) = await BuildAsync(file, cancellationToken);
            return (ok ? Read(said, packages) : null, said);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(bool Ok, string Said)> BuildAsync(string file, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(DotnetPath())
        {
            // Nothing that the build starts for later may outlive it.
            ArgumentList = { "build", file, "-restore", "-t:ResolvePackageAssets", "-getItem:" + Items, "-nodeReuse:false", "--nologo" },
            WorkingDirectory = Path.GetDirectoryName(file),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            Environment = { ["DOTNET_CLI_UI_LANGUAGE"] = "en", ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1", ["MSBUILDDISABLENODEREUSE"] = "1" },
        };
        using var process = Start(start);
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
            await process.WaitForExitAsync(cancellationToken);
            // A build that fails still prints its items, as empty lists.
            return process.ExitCode == 0 ? (true, await output) : (false, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new NotebookException("packages need the .NET SDK, and its command 'dotnet' could not be started; install the SDK, or reference a DLL.");
        }
    }

    // The one that this process runs on knows the same framework; a process of another host takes what is on the path.
    private static string DotnetPath()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var own = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..", name));
        return File.Exists(own) && Directory.Exists(Path.Combine(Path.GetDirectoryName(own)!, "sdk")) ? own : name;
    }

    private static PackageAssets Read(string said, IReadOnlyList<PackageReference> packages)
    {
        using var json = JsonDocument.Parse(said);
        var items = json.RootElement.GetProperty("Items");
        var compile = Files("ResolvedCompileFileDefinitions").Where(IsPackages).ToList();
        return new(
            Paths(compile),
            Paths(Files("RuntimeCopyLocalItems")),
            Paths(Files("NativeCopyLocalItems")),
            packages.ToDictionary(package => package.Name, package => Version(package, [.. compile, .. Files("RuntimeCopyLocalItems")])));

        IEnumerable<JsonElement> Files(string name) => items.GetProperty(name).EnumerateArray();
        static List<string> Paths(IEnumerable<JsonElement> files) => [.. files.Select(file => file.GetProperty("FullPath").GetString()!)];
    }

    private static bool IsPackages(JsonElement item) => Text(item, "NuGetPackageId") is { Length: > 0 };

    private static string Version(PackageReference package, IEnumerable<JsonElement> files) => files
        .Where(file => string.Equals(Text(file, "NuGetPackageId"), package.Name, StringComparison.OrdinalIgnoreCase))
        .Select(file => Text(file, "NuGetPackageVersion"))
        .FirstOrDefault() ?? package.Version;

    private static string? Text(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? value.GetString() : null;
}
