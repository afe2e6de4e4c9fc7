using System.Runtime.InteropServices;

namespace FetchLab;

/// <summary>The <c>dotnet</c> that runs this process, so that its children run on the same one.</summary>
internal static class DotnetHost
{
    private static readonly string FileName = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";

    public static string Path() =>
        Candidates().FirstOrDefault(path => System.IO.Path.GetFileName(path) == FileName && File.Exists(path)) ?? "dotnet";

    private static IEnumerable<string?> Candidates()
    {
        yield return Environment.ProcessPath;
        yield return Environment.GetEnvironmentVariable("DOTNET_HOST_PATH");
        // A program with an executable of its own still runs on a shared runtime: ROOT/shared/Microsoft.NETCore.App/VERSION/.
        yield return System.IO.Path.GetFullPath(
            System.IO.Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", FileName));
    }
}
