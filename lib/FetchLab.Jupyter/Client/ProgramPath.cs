namespace FetchLab.Jupyter;

/// <summary>Finds programs as a shell does.</summary>
internal static class ProgramPath
{
    private static readonly string[] _endings = OperatingSystem.IsWindows() ? [".exe", ".cmd", ".bat", ""] : [""];

    /// <summary>The whole path of a program; null where there is none.</summary>
    /// <param name="program">A path, or a name to look for in PATH.</param>
    public static string? Find(string program)
    {
        var folders = Path.GetFileName(program) == program
            ? (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            : [""];
        return folders
            .SelectMany(folder => _endings.Select(ending => Path.Combine(folder, program + ending)))
            .FirstOrDefault(File.Exists);
    }
}
