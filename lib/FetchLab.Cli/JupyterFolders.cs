using FetchLab.Jupyter;
using FetchLab.Notebooks;

namespace FetchLab.Cli;

/// <summary>Where Jupyter looks for kernels, and where the installed engine lies.</summary>
/// <param name="Kernels">The folder that holds a folder for each kernel.</param>
/// <param name="Engines">The folder that holds a folder for each published engine.</param>
/// <param name="Root">The folder above both that is not this program's to take away.</param>
internal sealed record JupyterFolders(string Kernels, string Engines, string Root)
{
    /// <param name="prefix">What to install below, as <c>sys.prefix</c> in Jupyter; null for the user's own folders.</param>
    /// <exception cref="NotebookException">It names no folder.</exception>
    public static JupyterFolders Under(string? prefix)
    {
        if (prefix is not null)
        {
            if (string.IsNullOrWhiteSpace(prefix) || File.Exists(prefix))
                throw new NotebookException($"--prefix must be a folder, but was '{prefix}'; try --prefix ~/.local, or leave it out.");
            var root = Path.GetFullPath(prefix);
            return new(Path.Combine(root, "share", "jupyter", "kernels"), Path.Combine(root, "share", "fetchlab"), root);
        }

        // LocalApplicationData follows XDG_DATA_HOME on Linux.
        var data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return new(Path.Combine(JupyterData.User, "kernels"), Path.Combine(data, "fetchlab"), data);
    }

    /// <summary>The folder of one kernel.</summary>
    /// <exception cref="NotebookException">Jupyter would not find a kernel of that name.</exception>
    public string Kernel(string name) => name.Length > 0 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_') && name.Trim('.').Length > 0
        ? Path.Combine(Kernels, name)
        : throw new NotebookException($"a kernel's name consists of letters, digits, '.', '-' and '_', but was '{name}'; try --name .net-csharp.");

    /// <summary>Takes the folders of kernels and engines away where nothing is left in them.</summary>
    public void RemoveEmpty()
    {
        foreach (var start in (string[])[Kernels, Engines])
        {
            for (var folder = start; folder != Root && IsEmpty(folder); folder = Path.GetDirectoryName(folder)!) Directory.Delete(folder);
        }
    }

    private static bool IsEmpty(string folder) => Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any();
}
