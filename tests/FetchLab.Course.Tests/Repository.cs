using System.Reflection;

namespace FetchLab.Course.Tests;

/// <summary>The checkout that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Root").Value!);

    public static string Notebooks => Path.Combine(Root, "notebooks");

    public static IEnumerable<string> Lessons =>
        Directory.EnumerateFiles(Notebooks, "*.ipynb").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);
}
