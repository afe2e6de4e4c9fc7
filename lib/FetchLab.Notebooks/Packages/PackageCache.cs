using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace FetchLab.Notebooks;

/// <summary>What was found for a set of packages, kept for the next time: it is read in a moment, and needs no network.</summary>
internal sealed class PackageCache(string folder)
{
    /// <summary>The user's own.</summary>
    public static PackageCache Default { get; } = new(Path.Combine(UserCache(), "fetchlab", "packages"));

    public string Folder => folder;

    /// <summary>How old the answer to a question is; of one that was never given, for ever.</summary>
    public TimeSpan Age(string question) => DateTime.UtcNow - File.GetLastWriteTimeUtc(PathOf(question));

    /// <returns>Null where nothing is known, or where files are gone since.</returns>
    public PackageAssets? Read(string question)
    {
        try
        {
            return JsonSerializer.Deserialize<PackageAssets>(File.ReadAllText(PathOf(question))) is { AreThere: true } assets ? assets : null;
        }
        catch (Exception error) when (error is IOException or JsonException)
        {
            return null;
        }
    }

    public void Write(string question, PackageAssets assets)
    {
        Directory.CreateDirectory(folder);
        // Moved into its place whole: another session may be reading.
        var draft = Path.Combine(folder, Path.GetRandomFileName());
        File.WriteAllText(draft, JsonSerializer.Serialize(assets));
        File.Move(draft, PathOf(question), overwrite: true);
    }

    private string PathOf(string question) =>
        Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(question)))[..32] + ".json");

    private static string UserCache() =>
        Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } named ? named
        : OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), OperatingSystem.IsMacOS() ? "Library/Caches" : ".cache");
}
