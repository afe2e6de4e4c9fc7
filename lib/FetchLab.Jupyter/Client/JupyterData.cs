namespace FetchLab.Jupyter;

/// <summary>The folders in which Jupyter finds what is installed for it.</summary>
public static class JupyterData
{
    /// <summary>The user's own folder.</summary>
    public static string User
    {
        get
        {
            if (Variable("JUPYTER_DATA_DIR") is { } set) return set;
            if (OperatingSystem.IsWindows()) return Path.Combine(Folder(Environment.SpecialFolder.ApplicationData), "jupyter");
            return OperatingSystem.IsMacOS()
                ? Path.Combine(Folder(Environment.SpecialFolder.UserProfile), "Library", "Jupyter")
                // It follows XDG_DATA_HOME.
                : Path.Combine(Folder(Environment.SpecialFolder.LocalApplicationData), "jupyter");
        }
    }

    /// <summary>Every folder that may hold kernels, in the order in which they count.</summary>
    public static IReadOnlyList<string> Kernels => [.. Roots().Distinct().Select(root => Path.Combine(root, "kernels"))];

    private static IEnumerable<string> Roots()
    {
        foreach (var folder in (Variable("JUPYTER_PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)) yield return folder;
        // An environment that is switched on counts before what the user has everywhere.
        if (Variable("VIRTUAL_ENV") is { } environment) yield return Shared(environment);
        if (Variable("CONDA_PREFIX") is { } conda) yield return Shared(conda);
        yield return User;
        // Jupyter itself looks below the Python that runs it: here, below the one that a shell would run.
        if (ProgramPath.Find("python3") is { } python && Path.GetDirectoryName(Path.GetDirectoryName(python)) is { } prefix) yield return Shared(prefix);
        if (OperatingSystem.IsWindows())
        {
            yield return Path.Combine(Folder(Environment.SpecialFolder.CommonApplicationData), "jupyter");
            yield break;
        }

        yield return Shared("/usr/local");
        yield return Shared("/usr");
    }

    private static string Shared(string prefix) => Path.Combine(prefix, "share", "jupyter");

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static string Folder(Environment.SpecialFolder folder) => Environment.GetFolderPath(folder, Environment.SpecialFolderOption.DoNotVerify);
}
