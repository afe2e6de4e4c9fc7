using System.Globalization;

namespace FetchLab.Notebooks;

/// <summary>Copies of the folders that a session loads assemblies from; gone with the session.</summary>
internal sealed class ShadowCopies : IDisposable
{
    private static readonly string _root = Path.Combine(Path.GetTempPath(), "fetchlab-sessions");

    private readonly string _folder;
    private readonly FileStream _lock;
    private readonly Dictionary<string, string> _copies = new(StringComparer.Ordinal);

    public ShadowCopies()
    {
        RemoveAbandoned();
        _folder = Directory.CreateDirectory(Path.Combine(_root, Guid.NewGuid().ToString("N"))).FullName;
        _lock = new(LockFile(_folder), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
    }

    /// <summary>The copy of a file, as it was when it was first asked for.</summary>
    /// <remarks>A build's output is copied whole then: later cells must load the files that belong together.</remarks>
    public string Of(string file)
    {
        var folder = Path.GetDirectoryName(file)!;
        if (!_copies.TryGetValue(folder, out var copy))
        {
            copy = Path.Combine(_folder, _copies.Count.ToString("D2", CultureInfo.InvariantCulture));
            Directory.CreateDirectory(copy);
            _copies[folder] = copy;
            if (IsBuildOutput(folder)) CopyFolder(folder, copy);
        }

        var target = Path.Combine(copy, Path.GetFileName(file));
        if (!File.Exists(target)) File.Copy(file, target);
        return target;
    }

    /// <summary>Whether a file has been copied; it may be gone itself by now.</summary>
    public bool Holds(string file) =>
        _copies.TryGetValue(Path.GetDirectoryName(file)!, out var copy) && File.Exists(Path.Combine(copy, Path.GetFileName(file)));

    public void Dispose()
    {
        _lock.Dispose();
        TryRemove(_folder);
    }

    private static bool IsBuildOutput(string folder) => Directory.EnumerateFiles(folder, "*.deps.json").Any();

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    // A session that was killed leaves its folder behind; its lock went with its process.
    private static void RemoveAbandoned()
    {
        if (!Directory.Exists(_root)) return;
        foreach (var folder in Directory.EnumerateDirectories(_root))
        {
            // Too young to judge: its session may be about to take the lock.
            if (Directory.GetCreationTimeUtc(folder) > DateTime.UtcNow.AddMinutes(-1)) continue;
            if (!IsLocked(LockFile(folder))) TryRemove(folder);
        }
    }

    private static bool IsLocked(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    private static void TryRemove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Windows keeps loaded files until their process has ended; the next session removes them.
        }
    }

    private static string LockFile(string folder) => Path.Combine(folder, "lock");
}
